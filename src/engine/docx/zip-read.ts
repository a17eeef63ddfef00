import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'
import { DocxError } from './errors.ts'
import type { DocxLimits } from './limits.ts'
import { decodeName } from './text-coding.ts'

/** One entry of a ZIP file, still compressed. `method` is 0 (stored) or 8 (deflated). */
export interface ZipEntry {
  name: string
  method: number
  crc: number
  size: number
  compressed: Uint8Array
}

/**
 * The entries in directory order. Every bound is checked on the declared numbers before anything is inflated.
 * Format: APPNOTE 6.3.10 §4.3. Throws `truncated`, `corrupt`, `encrypted`, `too-large` or `zip-bomb`.
 */
export function readZip(bytes: Uint8Array, limits: DocxLimits): ZipEntry[] {
  if (bytes.length > limits.fileBytes) {
    throw new DocxError('too-large', `文件过大：${mebibytes(bytes.length)}，上限 ${mebibytes(limits.fileBytes)}。`)
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findDirectoryEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) {
    throw new DocxError('zip-bomb', `文件异常：内含 ${count} 个部件，上限 ${limits.entries} 个，已拒绝打开。`)
  }
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    const { entry, next } = readDirectoryEntry(view, bytes, at)
    if (!entry.name.endsWith('/')) entries.push(entry)
    at = next
  }
  checkDeclared(entries, bytes.length, limits)
  return entries
}

/** Inflates one entry; stops as soon as it yields more than it declared, because declared sizes lie. */
export function inflateEntry(entry: ZipEntry): Uint8Array {
  const bytes = entry.method === 0 ? entry.compressed : inflateBounded(entry)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw corrupt(entry.name)
  return bytes
}

function inflateBounded(entry: ZipEntry): Uint8Array {
  const bytes = new Uint8Array(entry.size)
  let length = 0
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > entry.size) {
      throw new DocxError('zip-bomb', `文件异常：${entry.name} 解压后比声明的大，已拒绝打开。`)
    }
    bytes.set(chunk, length)
    length += chunk.length
  })
  try {
    const step = 16_384
    for (let at = 0; at < entry.compressed.length; at += step) {
      inflate.push(entry.compressed.subarray(at, at + step), at + step >= entry.compressed.length)
    }
  } catch (error) {
    throw error instanceof DocxError ? error : corrupt(entry.name)
  }
  return bytes.subarray(0, length)
}

function findDirectoryEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new DocxError('truncated', '文件不完整（可能没有下载或复制完）。请重新取得文件后再试。')
}

function readDirectoryEntry(view: DataView, bytes: Uint8Array, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw corrupt('目录')
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength))
  if (view.getUint16(at + 8, true) & 1) {
    throw new DocxError('encrypted', '文件已加密，无法读取。请取消密码后再试。')
  }
  const declared = withZip64(view, at + 46 + nameLength, extraLength, {
    size: view.getUint32(at + 24, true),
    compressedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  })
  const method = view.getUint16(at + 10, true)
  if (method !== 0 && method !== 8) throw corrupt(name)
  const compressed = localData(view, bytes, name, declared)
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  return { entry: { name, method, crc: view.getUint32(at + 16, true), size: declared.size, compressed }, next }
}

interface Declared {
  size: number
  compressedSize: number
  offset: number
}

/** Some writers put even small sizes into the ZIP64 extra field (APPNOTE 4.5.3). */
function withZip64(view: DataView, extraAt: number, extraLength: number, declared: Declared): Declared {
  const end = Math.min(extraAt + extraLength, view.byteLength)
  for (let at = extraAt; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let field = at + 4
    const take = (value: number) => {
      if (value !== 0xffffffff || field + 8 > end) return value
      field += 8
      return Number(view.getBigUint64(field - 8, true))
    }
    const size = take(declared.size)
    const compressedSize = take(declared.compressedSize)
    return { size, compressedSize, offset: take(declared.offset) }
  }
  return declared
}

function localData(view: DataView, bytes: Uint8Array, name: string, declared: Declared): Uint8Array {
  const at = declared.offset
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== 0x04034b50) throw corrupt(name)
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const end = start + declared.compressedSize
  if (end > bytes.length) throw new DocxError('truncated', `文件不完整：${name} 缺少一部分。请重新取得文件后再试。`)
  return bytes.subarray(start, end)
}

function checkDeclared(entries: ZipEntry[], fileBytes: number, limits: DocxLimits): void {
  let total = 0
  let compressed = 0
  for (const entry of entries) {
    total += entry.size
    compressed += entry.compressed.length
    if (entry.size > limits.ratioFromBytes && entry.size > entry.compressed.length * limits.ratio) {
      throw new DocxError('zip-bomb', `文件异常：${entry.name} 压缩率过高，疑似压缩炸弹，已拒绝打开。`)
    }
  }
  if (total > limits.totalBytes) {
    throw new DocxError('zip-bomb', `文件异常：解压后共 ${mebibytes(total)}，上限 ${mebibytes(limits.totalBytes)}。`)
  }
  if (compressed > fileBytes) throw new DocxError('zip-bomb', '文件异常：内部部件相互重叠，已拒绝打开。')
}

const mebibytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MB`

const corrupt = (where: string) =>
  new DocxError('corrupt', `文件已损坏（${where}）。请用 Word 打开，选择修复并另存为 .docx 后再试。`)
