import { createHash } from 'node:crypto'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Conflict } from '../errors.ts'
import { backUp, type BackupOrder } from './back-up.ts'
import type { Contents, Head } from './format.ts'
import { bytesOf } from './handle-bytes.ts'
import { syncFolder } from './place.ts'
import { readBackup } from './read-backup.ts'

export interface WrittenBackup {
  head: Head
  contents: Contents
  /** Of the backup file itself. */
  sha256: string
  bytes: number
}

/**
 * Writes a backup to `path`, readable only by whoever writes it: beside its place first, then read back whole, and only
 * then given its name. Until then there is no backup, and what a killed run left is written over by the next.
 *
 * @throws {Conflict} `file-exists` unless `replace`, `backup-running`; and as `backUp`
 */
export async function writeBackup(path: string, order: BackupOrder & { replace: boolean }): Promise<WrittenBackup> {
  await refuseExisting(path, order.replace)
  const part = `${path}.part`
  await rm(part, { force: true })
  const handle = await open(part, 'wx+', 0o600)
  try {
    await backUp(handle, order)
    const read = await readBackup(handle, { onProgress: (bytes) => order.progress(`正在核对写出的备份：${Math.ceil(bytes / 1024 / 1024)} MB`) }, order.signal)
    const written = { ...read, ...(await hashOf(handle)) }
    await refuseExisting(path, order.replace)
    await refuseReplaced(part, handle)
    await rename(part, path)
    await syncFolder(dirname(path))
    return written
  } catch (error) {
    if (await isStill(part, handle)) await rm(part, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

async function refuseExisting(path: string, replace: boolean): Promise<void> {
  if (replace || (await stat(path).catch(() => null)) === null) return
  throw new Conflict('file-exists', `${path} 已存在，没有改动它。请换一个文件名，或加 --force 覆盖。`, { path })
}

/** Two backups to one place: the later took the name, so this one may not pass off the other's half as its own. */
async function refuseReplaced(part: string, handle: FileHandle): Promise<void> {
  if (await isStill(part, handle)) return
  throw new Conflict('backup-running', `另一个备份正在写 ${part}，这一次的没有写成。`)
}

async function isStill(part: string, handle: FileHandle): Promise<boolean> {
  const [named, own] = await Promise.all([stat(part).catch(() => null), handle.stat()])
  return named !== null && named.ino === own.ino && named.dev === own.dev
}

async function hashOf(handle: FileHandle): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of bytesOf(handle)) {
    hash.update(piece)
    bytes += piece.length
  }
  return { sha256: hash.digest('hex'), bytes }
}
