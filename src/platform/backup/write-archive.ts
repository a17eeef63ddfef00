import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { MANIFEST_NAME } from './format.ts'
import { END_OF_ARCHIVE, header, paddingAfter } from './ustar.ts'

export interface NewEntry {
  name: string
  bytes: number
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
}

// Evidence is mostly compressed already; the rest shrinks nearly as much as at higher levels, in half the time.
const LEVEL = 3

/** Writes entries as they come, then the manifest of them, and brings everything to the disk. */
export async function writeArchive(handle: FileHandle, entries: AsyncIterable<NewEntry>, signal: AbortSignal): Promise<void> {
  await pipeline(archive(entries), createGzip({ level: LEVEL }), (packed: AsyncIterable<Buffer>) => writeAll(handle, packed), { signal })
  await handle.sync()
}

async function writeAll(handle: FileHandle, packed: AsyncIterable<Buffer>): Promise<void> {
  for await (const piece of packed) await handle.writeFile(piece)
}

async function* archive(entries: AsyncIterable<NewEntry>): AsyncGenerator<Uint8Array> {
  const lines: Buffer[] = []
  for await (const entry of entries) {
    const hash = createHash('sha256')
    yield* framed(entry, (piece) => hash.update(piece))
    lines.push(Buffer.from(manifestLine(hash.digest('hex'), entry)))
  }
  const manifest = Buffer.concat(lines)
  yield* framed({ name: MANIFEST_NAME, bytes: manifest.length, pieces: [manifest] }, () => undefined)
  yield END_OF_ARCHIVE
}

async function* framed({ name, bytes, pieces }: NewEntry, see: (piece: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  yield header(name, bytes)
  let written = 0
  for await (const piece of pieces) {
    see(piece)
    written += piece.length
    yield piece
  }
  if (written !== bytes) throw new Error(`${name} has ${written} bytes and was to have ${bytes}`)
  yield Buffer.alloc(paddingAfter(bytes))
}

/** One line of the manifest. */
export function manifestLine(sha256: string, { name, bytes }: { name: string; bytes: number }): string {
  return `${sha256} ${bytes} ${name}\n`
}
