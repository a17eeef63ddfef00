import type { FileHandle } from 'node:fs/promises'
import { Invalid } from '../errors.ts'
import { CONTENTS_NAME, HEAD_NAME, damaged, fileHashOf, parseContents, parseHead, tablePieceName } from './format.ts'
import type { Contents, Head } from './format.ts'
import { ArchiveReader } from './read-archive.ts'
import { Unpacked } from './unpacked.ts'

/** What is done with the parts of a backup as they are read; bytes that a visitor leaves are read over. */
export interface Visitor {
  begin?(head: Head): Promise<void>
  table?(table: Head['tables'][number], pieces: AsyncIterable<Buffer>): Promise<void>
  file?(sha256: string, bytes: number, pieces: AsyncIterable<Buffer>): Promise<void>
  /** Called with every part. */
  onProgress?(bytes: number): void
}

/**
 * Reads a backup from its first byte to its last, and all that is checked on the way is checked: without a visitor this
 * is the whole check.
 *
 * @throws {Invalid} `not-a-backup`, `backup-damaged`, `backup-format`, `backup-unpacks-too-large`
 */
export async function readBackup(handle: FileHandle, visitor: Visitor, signal: AbortSignal): Promise<{ head: Head; contents: Contents }> {
  await refuseOtherFiles(handle)
  const source = new Unpacked(handle, signal)
  try {
    const archive = new ArchiveReader(source)
    const head = parseHead(await archive.small(HEAD_NAME))
    await visitor.begin?.(head)
    for (const table of head.tables) {
      await visiting(tablePieces(archive, table.name), (pieces) => visitor.table?.(table, pieces))
      visitor.onProgress?.(archive.bytes)
    }
    let files = 0
    for (let previous = ''; ; files += 1) {
      const { name, bytes } = await archive.ahead()
      const sha256 = fileHashOf(name)
      if (sha256 === null) break
      if (sha256 <= previous) throw damaged('文件的次序不对')
      previous = sha256
      await visiting(archive.pieces(), (pieces) => visitor.file?.(sha256, bytes, pieces))
      visitor.onProgress?.(archive.bytes)
    }
    const before = archive.bytes
    const contents = parseContents(await archive.small(CONTENTS_NAME))
    if (contents.files !== files || contents.bytes !== before) throw damaged(`${CONTENTS_NAME} 与内容不符`)
    await archive.end()
    return { head, contents }
  } finally {
    source.close()
  }
}

async function refuseOtherFiles(handle: FileHandle): Promise<void> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
  if (bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b) return
  throw new Invalid('not-a-backup', '这个文件不是台账的备份。没有改动任何东西。')
}

async function visiting(pieces: AsyncGenerator<Buffer>, visit: (pieces: AsyncIterable<Buffer>) => Promise<void> | undefined): Promise<void> {
  const left = { [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }) }
  await visit(left)
  for await (const _ of left);
}

/** All pieces of a table as one stream; of each there is at least one, since even an empty copy has a signature. */
async function* tablePieces(archive: ArchiveReader, table: string): AsyncGenerator<Buffer> {
  for (let piece = 1; ; piece += 1) {
    const { name } = await archive.ahead()
    if (name === tablePieceName(table, piece)) yield* archive.pieces()
    else if (piece === 1) throw damaged(`缺少表 ${table}`)
    else return
  }
}
