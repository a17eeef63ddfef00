import { createHash } from 'node:crypto'
import { LARGEST_FILE_BYTES, LONGEST_JSON_BYTES, MANIFEST_NAME, MOST_ENTRIES, PIECE_BYTES, damaged, fileHashOf } from './format.ts'
import type { Unpacked } from './unpacked.ts'
import { BLOCK_BYTES, paddingAfter, parseHeader } from './ustar.ts'
import { manifestLine } from './write-archive.ts'

export interface Entry {
  name: string
  bytes: number
}

/**
 * The entries of an archive in their order. Nothing is believed before it is read: names and sizes are bounded, files
 * must be what they are named by, and the manifest must say of each entry what was found.
 */
export class ArchiveReader {
  readonly #source: Unpacked
  readonly #lines = createHash('sha256')
  #entries = 0
  #bytes = 0
  #ahead: Entry | null = null

  constructor(source: Unpacked) {
    this.#source = source
  }

  /** How much was read of all entries, unpacked. */
  get bytes(): number {
    return this.#bytes
  }

  /** The entry that comes next; it stays there until `pieces` takes it. */
  async ahead(): Promise<Entry> {
    this.#ahead ??= await this.#readHeader()
    return this.#ahead
  }

  /** Takes the next entry: its bytes, all of which must be taken before going on. */
  async *pieces(): AsyncGenerator<Buffer> {
    const entry = await this.ahead()
    this.#ahead = null
    const hash = createHash('sha256')
    for await (const piece of this.#source.pieces(entry.bytes)) {
      hash.update(piece)
      this.#bytes += piece.length
      yield piece
    }
    await this.#skipPadding(entry)
    const sha256 = hash.digest('hex')
    const named = fileHashOf(entry.name)
    if (named !== null && named !== sha256) throw damaged(`文件 ${named.slice(0, 12)}… 的内容与其哈希不符`)
    this.#lines.update(manifestLine(sha256, entry))
  }

  /** Takes the next entry, which must have this name and be small. */
  async small(name: string): Promise<Buffer> {
    const entry = await this.ahead()
    if (entry.name !== name) throw damaged(`应为 ${name}，却是 ${entry.name}`)
    const pieces: Buffer[] = []
    for await (const piece of this.pieces()) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  /** Takes the manifest, which says of everything before it what was found here, and the end of the archive. */
  async end(): Promise<void> {
    const entry = await this.ahead()
    if (entry.name !== MANIFEST_NAME) throw damaged(`应为 ${MANIFEST_NAME}，却是 ${entry.name}`)
    const said = createHash('sha256')
    for await (const piece of this.#source.pieces(entry.bytes)) said.update(piece)
    await this.#skipPadding(entry)
    if (!said.digest().equals(this.#lines.digest())) throw damaged('内容与清单不符')
    const closing = await this.#source.exactly(2 * BLOCK_BYTES)
    if (closing.some((byte) => byte !== 0) || !(await this.#source.isAtEnd())) throw damaged('结尾之后还有内容')
  }

  async #readHeader(): Promise<Entry> {
    const entry = parseHeader(await this.#source.exactly(BLOCK_BYTES))
    if (entry === null) throw damaged('缺少清单')
    if (entry === undefined) throw damaged('有一项的标头不合格式')
    this.#entries += 1
    if (this.#entries > MOST_ENTRIES) throw damaged('项数过多')
    const most = mostBytesOf(entry.name)
    if (most === null) throw damaged(`有一项的名称不合格式（${JSON.stringify(entry.name.slice(0, 100))}）`)
    if (entry.bytes > most) throw damaged(`${entry.name} 过大`)
    return entry
  }

  async #skipPadding({ name, bytes }: Entry): Promise<void> {
    const padding = await this.#source.exactly(paddingAfter(bytes))
    if (padding.some((byte) => byte !== 0)) throw damaged(`${name} 之后有多余的内容`)
  }
}

/** How large an entry of this name may be; null where no entry has such a name. */
function mostBytesOf(name: string): number | null {
  if (fileHashOf(name) !== null) return LARGEST_FILE_BYTES
  if (/^tables\/[a-z_][a-z0-9_]{0,62}\/\d{6}$/.test(name)) return PIECE_BYTES
  if (name === MANIFEST_NAME) return MOST_ENTRIES * 200
  return /^[a-z]+\.json$/.test(name) ? LONGEST_JSON_BYTES : null
}
