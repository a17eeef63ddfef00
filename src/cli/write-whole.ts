import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Invalid } from '../platform/errors.ts'

/** Asked before the work begins, so that nobody waits for a report that cannot be put anywhere. */
export async function requirePlaceFor(path: string): Promise<void> {
  const folder = dirname(path)
  const holder = await stat(folder).catch(() => null)
  if (holder?.isDirectory() !== true) throw new Invalid('folder-missing', `写不了 ${path}：没有文件夹 ${folder}，请先建立`)
  const standing = await stat(path).catch(() => null)
  if (standing?.isDirectory() === true) throw new Invalid('not-a-file', `写不了 ${path}：那里是文件夹，请写明文件名`)
}

/** Written beside and renamed, so that an interrupted run leaves no half a file. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const arriving = `${path}.part`
  try {
    await writeFile(arriving, bytes)
    await rename(arriving, path)
  } catch (error) {
    await rm(arriving, { force: true })
    throw new Invalid('not-written', `写不了 ${path}：${reasonOf(error)}`)
  }
}

const reasons: Record<string, string> = {
  EACCES: '没有写入权限',
  EPERM: '没有写入权限，或文件正被其他程序打开',
  EBUSY: '文件正被其他程序打开',
  EROFS: '磁盘只读',
  ENOSPC: '磁盘已满',
}

/** What the system refused to write, said in Chinese; any other error as it is. */
export function saidOf(error: unknown, path: string): unknown {
  const { syscall } = error as { syscall?: string }
  return syscall === undefined || syscall === 'connect' ? error : new Invalid('not-written', `写不了 ${path}：${reasonOf(error)}`)
}

function reasonOf(error: unknown): string {
  const { code = '' } = error as { code?: string }
  return reasons[code] ?? `系统报告 ${code}`
}
