import { mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Conflict, Invalid } from '../errors.ts'
import { UNFINISHED_FILE } from './unfinished.ts'

// A demonstration lives in a folder of its own below; a mounted disk brings a folder of its file system.
const NOT_COUNTED = new Set(['demo', 'lost+found'])

/**
 * Takes an empty or absent data folder, or one that a restore was interrupted in, and marks it as unfinished.
 *
 * @returns whether it was empty
 * @throws {Conflict} `place-not-empty`; {Invalid} `not-a-folder`
 */
export async function takePlace(dataDir: string): Promise<boolean> {
  const found = await stat(dataDir).catch(() => null)
  if (found !== null && !found.isDirectory()) throw new Invalid('not-a-folder', `${dataDir} 不是文件夹。`)
  const names = found === null ? [] : (await readdir(dataDir)).filter((name) => !NOT_COUNTED.has(name))
  if (names.length > 0 && !names.includes(UNFINISHED_FILE)) {
    throw new Conflict('place-not-empty', `数据目录 ${dataDir} 里已有内容，备份只能恢复到空的地方。请用 --data 指定一个空目录，或先把原目录改名。`, { dataDir })
  }
  await mkdir(dataDir, { recursive: true })
  await writeFile(join(dataDir, UNFINISHED_FILE), `${JSON.stringify({ unfinished: 'taizhang restore' })}\n`, { mode: 0o600, flush: true })
  await syncFolder(dataDir)
  return names.length === 0
}

/** The restore is complete: the data folder may be used. */
export async function releasePlace(dataDir: string): Promise<void> {
  await rm(join(dataDir, UNFINISHED_FILE))
  await syncFolder(dataDir)
}

/** Makes a marked folder empty again; the mark goes last. */
export async function clearPlace(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name === UNFINISHED_FILE || NOT_COUNTED.has(name)) continue
    await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  await rm(join(dataDir, UNFINISHED_FILE), { force: true })
}

/** A name that was made or removed is safe only when its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
