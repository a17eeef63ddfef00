import { chmod, chown, mkdir, mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Invalid } from '../../errors.ts'
import { canReach, serverAccount } from './account.ts'
import type { ServerAccount } from './account.ts'

/** Where data is kept; `moved` says, in Chinese, why it is not the usual place. */
export interface DataFolder {
  dataDir: string
  moved: string | null
}

/**
 * Chooses the data folder: the requested one, else `./data`. As root below a folder closed to others
 * (such as /root) the server's account could not reach it, so the default becomes /var/lib/taizhang.
 *
 * @throws {Invalid} `data-folder-closed` when a requested folder cannot be reached by the server's account
 */
export async function chooseDataFolder(requested?: string): Promise<DataFolder> {
  const account = await serverAccount()
  const wanted = resolve(requested ?? 'data')
  if (account === null || (await canReach(account, wanted))) return { dataDir: wanted, moved: null }
  if (requested !== undefined) {
    throw new Invalid(
      'data-folder-closed',
      `数据目录 ${wanted} 位于不对其他账户开放的目录之下，数据库账户无法进入。请用 --data 换一个目录，例如 /var/lib/taizhang。`,
      { dataDir: wanted },
    )
  }
  return {
    dataDir: '/var/lib/taizhang',
    moved: `${wanted} 不对数据库账户开放，数据改存于 /var/lib/taizhang（可用 --data 指定其他目录）。`,
  }
}

/** Creates a folder that only the server's account may read. */
export async function makeServerFolder(path: string, account: ServerAccount): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  if (account !== null) await chown(path, account.uid, account.gid)
}

/** A new folder for temporary files that the server's account may pass through but not list. */
export async function makeTemporaryFolder(prefix: string): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), prefix)))
  await chmod(folder, 0o711)
  return folder
}
