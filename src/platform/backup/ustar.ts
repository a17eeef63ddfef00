/** Blocks of a ustar archive, in the small part of the format that a backup needs: plain files with short names. */
export const BLOCK_BYTES = 512
export const END_OF_ARCHIVE = Buffer.alloc(2 * BLOCK_BYTES)

const NAME_BYTES = 100
const LARGEST_BYTES = 8 ** 11 - 1
const FIELDS = { mode: 100, size: 124, sum: 148, type: 156, magic: 257, version: 263, prefix: 345 }
const TYPE_FILE = '0'
const SPACE = 32

/** The header of a file of `bytes` bytes. */
export function header(name: string, bytes: number): Buffer {
  if (Buffer.byteLength(name) >= NAME_BYTES || bytes > LARGEST_BYTES) throw new RangeError(`No header for ${name} of ${bytes} bytes`)
  const block = Buffer.alloc(BLOCK_BYTES)
  block.write(name, 0, 'latin1')
  block.write('0000600\0', FIELDS.mode, 'latin1')
  block.write('0000000\x000000000\0', FIELDS.mode + 8, 'latin1')
  block.write(`${octal(bytes)}\0${octal(0)}\0`, FIELDS.size, 'latin1')
  block.write(TYPE_FILE, FIELDS.type, 'latin1')
  block.write('ustar\x0000', FIELDS.magic, 'latin1')
  block.write(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, FIELDS.sum, 'latin1')
  return block
}

/** Name and size of a plain file's header; null for a zero block, which ends an archive; undefined for any other. */
export function parseHeader(block: Buffer): { name: string; bytes: number } | null | undefined {
  if (block.every((byte) => byte === 0)) return null
  const name = textAt(block, 0, NAME_BYTES)
  const size = /^([0-7]{11})[ \0]$/.exec(block.toString('latin1', FIELDS.size, FIELDS.size + 12))
  const sum = /^([0-7]{6})[ \0]{2}$/.exec(block.toString('latin1', FIELDS.sum, FIELDS.sum + 8))
  if (sum === null || Number.parseInt(sum[1] ?? '', 8) !== sumOf(block)) return undefined
  if (block.toString('latin1', FIELDS.magic, FIELDS.version + 2) !== 'ustar\x0000') return undefined
  if (block.toString('latin1', FIELDS.type, FIELDS.type + 1) !== TYPE_FILE || block[FIELDS.prefix] !== 0) return undefined
  return size !== null && name !== '' ? { name, bytes: Number.parseInt(size[1] ?? '', 8) } : undefined
}

/** How many zero bytes follow a file of `bytes` bytes. */
export function paddingAfter(bytes: number): number {
  return (BLOCK_BYTES - (bytes % BLOCK_BYTES)) % BLOCK_BYTES
}

function octal(value: number): string {
  return value.toString(8).padStart(11, '0')
}

function textAt(block: Buffer, at: number, length: number): string {
  const field = block.toString('latin1', at, at + length)
  const end = field.indexOf('\0')
  return end < 0 ? field : field.slice(0, end)
}

/** The sum of all bytes, its own field counted as spaces. */
function sumOf(block: Buffer): number {
  let sum = 0
  for (const [at, byte] of block.entries()) sum += at >= FIELDS.sum && at < FIELDS.sum + 8 ? SPACE : byte
  return sum
}
