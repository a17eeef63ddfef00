import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import pg from 'pg'
import type { Clock } from '../clock.ts'
import type { FileStore } from '../files/file-store.ts'
import { CONTENTS_NAME, FORMAT, HEAD_NAME, fileName, tablePieceName } from './format.ts'
import type { Contents, Head } from './format.ts'
import { copyOut } from './copy-out.ts'
import { ReferencedFiles } from './referenced-files.ts'
import { readSnapshot } from './snapshot.ts'
import { writeArchive, type NewEntry } from './write-archive.ts'

export interface BackupOrder {
  /** Connection URL of the schema owner, whom row-level security does not bind. */
  ownerUrl: string
  files: FileStore
  program: string
  clock: Clock
  signal: AbortSignal
  progress(line: string): void
}

/**
 * Writes a backup of everything as it stands at one moment, while others go on writing: all tables in one snapshot, then
 * the files they refer to, which never change once they are stored.
 *
 * @throws {NotFound} `no-records` where nothing was ever kept; {Invalid} `schema-newer`
 */
export async function backUp(handle: FileHandle, order: BackupOrder): Promise<void> {
  const client = new pg.Client({ connectionString: order.ownerUrl, application_name: `taizhang ${process.pid} backs up` })
  // A server that goes away is reported by the statement that misses it; unhandled, it would end the program here.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await writeArchive(handle, entriesOf(client, order), order.signal)
  } finally {
    await client.end()
  }
}

async function* entriesOf(client: pg.Client, order: BackupOrder): AsyncGenerator<NewEntry> {
  const snapshot = await readSnapshot(client)
  const head: Head = { format: FORMAT, program: order.program, createdAt: order.clock.now().toISOString(), ...snapshot }
  const contents: Contents = { rows: {}, sequences: [], files: 0, bytes: 0, damaged: [] }
  const counted = (entry: NewEntry) => {
    contents.bytes += entry.bytes
    return entry
  }
  yield counted(jsonEntry(HEAD_NAME, head))
  const referenced = new ReferencedFiles()
  for (const [index, { name, columns }] of head.tables.entries()) {
    order.progress(`正在备份第 ${index + 1}/${head.tables.length} 张表：${name}`)
    const pieces = copyOut(client, `copy public.${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout (format binary)`)
    for (let piece = 1; ; piece += 1) {
      const { value, done } = await pieces.next()
      if (done === true) {
        contents.rows[name] = value
        break
      }
      referenced.read(value)
      yield counted({ name: tablePieceName(name, piece), bytes: value.length, pieces: [value] })
    }
    referenced.break()
  }
  for (const sha256 of referenced.sorted()) {
    const found = await fileEntry(order.files, sha256)
    if (found === 'damaged') contents.damaged.push(sha256)
    if (typeof found === 'string') continue
    contents.files += 1
    if (contents.files % 100 === 1) order.progress(`正在备份第 ${contents.files} 个文件`)
    yield counted(found)
  }
  // Read last: a number that was given meanwhile is then not given again.
  contents.sequences = await sequencesOf(client)
  yield jsonEntry(CONTENTS_NAME, contents)
}

/** Read twice: an entry is named by its hash before its bytes are written, and a file that rotted would spoil the whole. */
async function fileEntry(files: FileStore, sha256: string): Promise<NewEntry | 'none' | 'damaged'> {
  const bytes = await files.size(sha256).catch(() => null)
  if (bytes === null) return 'none'
  const hash = createHash('sha256')
  for await (const piece of await files.open(sha256)) hash.update(piece as Buffer)
  if (hash.digest('hex') !== sha256) return 'damaged'
  return { name: fileName(sha256), bytes, pieces: await files.open(sha256) }
}

async function sequencesOf(client: pg.Client): Promise<Contents['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select sequencename::text as name from pg_sequences where schemaname = 'public' order by 1`,
  )
  const sequences: Contents['sequences'] = []
  for (const { name } of rows) {
    const { rows: [state] } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from public.${quoted(name)}`,
    )
    if (state !== undefined) sequences.push({ name, ...state })
  }
  return sequences
}

function jsonEntry(name: string, content: unknown): NewEntry {
  const bytes = Buffer.from(`${JSON.stringify(content, null, 1)}\n`)
  return { name, bytes: bytes.length, pieces: [bytes] }
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name)
}
