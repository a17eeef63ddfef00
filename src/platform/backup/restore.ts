import { statfs, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { migrate, migrateTo } from '../database/migrate.ts'
import { roleOf } from '../database/role.ts'
import { Invalid } from '../errors.ts'
import { folderFileStore } from '../files/file-store.ts'
import { giveUpDatabase, releaseDatabase, takeDatabase } from './empty-database.ts'
import { damaged, LARGEST_FILE_BYTES } from './format.ts'
import type { Contents, Head } from './format.ts'
import { beginLoading, finishLoading, loadTable, refuseOtherSchema } from './load.ts'
import { clearPlace, releasePlace, takePlace } from './place.ts'
import { readBackup } from './read-backup.ts'

/** The database that is restored to, running. */
export interface Server {
  url: string
  ownerUrl: string
  stop(): Promise<void>
}

export interface RestoreOrder<Verdict> {
  /** Where files go, and the database too where it is the program's own. */
  dataDir: string
  /** True where the database lives in the data folder, and so can hold nothing that was there before. */
  embedded: boolean
  startServer(): Promise<Server>
  /** Verifies what was restored, before anyone may use it. */
  verify(url: string, head: Head): Promise<Verdict>
  signal: AbortSignal
  progress(line: string): void
}

export interface Restored<Verdict> {
  head: Head
  contents: Contents
  verdict: Verdict
}

/** Reads a backup whole and changes nothing. @throws {Invalid} as `readBackup`; `schema-newer`, `schema-differs` */
export function checkBackup(handle: FileHandle, { signal, progress }: Pick<RestoreOrder<never>, 'signal' | 'progress'>): Promise<{ head: Head; contents: Contents }> {
  return readBackup(handle, { begin: refuseOtherSchema, onProgress: (bytes) => progress(`正在核对备份：已读 ${megabytes(bytes)} MB`) }, signal)
}

/**
 * Restores a backup to an empty place. It is first read to its end, so nothing is written of one that is damaged; what
 * is interrupted leaves a place that says so and can be restored to again; what fails leaves it empty.
 *
 * @throws {Invalid} as `checkBackup`; `disk-full`; {Conflict} `place-not-empty`, `database-not-empty`, `restore-running`
 */
export async function restore<Verdict>(handle: FileHandle, order: RestoreOrder<Verdict>): Promise<Restored<Verdict>> {
  const { dataDir, progress } = order
  const { contents } = await checkBackup(handle, order)
  const place = { wasEmpty: await takePlace(dataDir), taken: false }
  progress('正在建立数据库…')
  const server = await order.startServer()
  try {
    await refuseSmallDisk(dataDir, contents.bytes)
    const { head, verdict } = await restoreTo(handle, server, order, () => {
      place.taken = true
    })
    await server.stop()
    await releasePlace(dataDir)
    return { head, contents, verdict }
  } catch (error) {
    await server.stop()
    // What an earlier restore left behind stays as it is where this one was not let in: another may be at work there.
    if (place.wasEmpty || place.taken) await clearPlace(dataDir)
    throw error
  }
}

async function restoreTo<Verdict>(handle: FileHandle, server: Server, order: RestoreOrder<Verdict>, onTaken: () => void): Promise<{ head: Head; verdict: Verdict }> {
  const owner = new pg.Client({ connectionString: server.ownerUrl, application_name: `taizhang ${process.pid} restores` })
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    await takeDatabase(owner, order.embedded)
    onTaken()
    try {
      const head = await load(handle, owner, server, order)
      order.progress('正在按日志核对恢复的数据…')
      const verdict = await order.verify(server.url, head)
      order.signal.throwIfAborted()
      await releaseDatabase(owner)
      return { head, verdict }
    } catch (error) {
      // Where even this fails, the mark stays, and the next restore empties the database.
      await owner.query('rollback').then(() => giveUpDatabase(owner)).catch(() => undefined)
      throw error
    }
  } finally {
    await owner.end()
  }
}

async function load(handle: FileHandle, owner: pg.Client, server: Server, { dataDir, signal, progress }: RestoreOrder<unknown>): Promise<Head> {
  const files = folderFileStore(join(dataDir, 'files'))
  const loaded = new Map<string, number>()
  let stored = 0
  const { head, contents } = await readBackup(handle, {
    begin: async (said) => {
      await refuseOtherSchema(said)
      await migrateTo(server.ownerUrl, said.schema.version)
      await beginLoading(owner, said)
    },
    table: async (table, pieces) => {
      progress(`正在恢复表 ${table.name}…`)
      loaded.set(table.name, await loadTable(owner, table, pieces))
    },
    file: async (sha256, _bytes, pieces) => {
      stored += 1
      if (stored % 100 === 1) progress(`正在恢复第 ${stored} 个文件…`)
      const found = await files.put(Readable.from(pieces), LARGEST_FILE_BYTES)
      if (found.sha256 !== sha256) throw damaged(`文件 ${sha256.slice(0, 12)}… 的内容与其哈希不符`)
    },
  }, signal)
  await finishLoading(owner, contents, loaded)
  await migrate(server.ownerUrl, await roleOf(server.url))
  return head
}

async function refuseSmallDisk(dataDir: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir)
  const free = bavail * bsize
  if (free > bytes) return
  throw new Invalid('disk-full', `备份展开后有 ${megabytes(bytes)} MB，而 ${dataDir} 所在磁盘只剩 ${megabytes(free)} MB。请换一个磁盘，或先腾出空间。`)
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024)
}
