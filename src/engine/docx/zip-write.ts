import { deflateSync } from 'fflate'
import { crc32 } from './crc32.ts'
import { encodeUtf8 } from './text-coding.ts'
import type { ZipEntry } from './zip-read.ts'

/** Compresses one part; the same bytes always give the same entry. */
export function zipEntry(name: string, bytes: Uint8Array): ZipEntry {
  const compressed = deflateSync(bytes, { level: 6 })
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, compressed }
}

/** A ZIP file of the entries in the given order, without times, so that equal entries give equal bytes. */
export function writeZip(entries: ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => encodeUtf8(entry.name))
  const local = entries.reduce((sum, entry, i) => sum + 30 + length(names, i) + entry.compressed.length, 0)
  const directory = entries.reduce((sum, _, i) => sum + 46 + length(names, i), 0)
  const bytes = new Uint8Array(local + directory + 22)
  const view = new DataView(bytes.buffer)
  let at = 0
  let directoryAt = local
  entries.forEach((entry, i) => {
    const name = names[i] ?? new Uint8Array()
    view.setUint32(at, 0x04034b50, true)
    writeCommon(view, at + 4, entry, name.length)
    bytes.set(name, at + 30)
    bytes.set(entry.compressed, at + 30 + name.length)
    view.setUint32(directoryAt, 0x02014b50, true)
    view.setUint16(directoryAt + 4, 20, true)
    writeCommon(view, directoryAt + 6, entry, name.length)
    view.setUint32(directoryAt + 42, at, true)
    bytes.set(name, directoryAt + 46)
    at += 30 + name.length + entry.compressed.length
    directoryAt += 46 + name.length
  })
  view.setUint32(directoryAt, 0x06054b50, true)
  view.setUint16(directoryAt + 8, entries.length, true)
  view.setUint16(directoryAt + 10, entries.length, true)
  view.setUint32(directoryAt + 12, directory, true)
  view.setUint32(directoryAt + 16, local, true)
  return bytes
}

const length = (names: Uint8Array[], i: number) => names[i]?.length ?? 0

/** The fields that local and central headers share, in the same order (APPNOTE 4.3.7, 4.3.12). */
function writeCommon(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, 20, true)
  // Bit 11: the name is UTF-8.
  view.setUint16(at + 2, 0x0800, true)
  view.setUint16(at + 4, entry.method, true)
  // 1980-01-01 00:00, the first moment the format knows.
  view.setUint16(at + 6, 0, true)
  view.setUint16(at + 8, 0x21, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, entry.compressed.length, true)
  view.setUint32(at + 18, entry.size, true)
  view.setUint16(at + 22, nameLength, true)
}
