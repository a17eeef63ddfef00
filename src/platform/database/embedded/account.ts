import { access, constants, readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Invalid } from '../../errors.ts'

/** The account PostgreSQL runs as; null: the same as the program. */
export type ServerAccount = { uid: number; gid: number } | null

const NOBODY = 65534

/**
 * PostgreSQL refuses to run as root, so root starts it as `nobody`; everyone else as themselves.
 * `initdb` looks its account up, hence it must be in the passwd file.
 */
export async function serverAccount(): Promise<ServerAccount> {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const entry = passwd.split('\n').find((line) => line.split(':')[2] === String(NOBODY))
  if (entry === undefined) {
    throw new Invalid(
      'no-server-account',
      '以 root 运行时，数据库须以普通账户启动，但系统中没有 uid 65534（nobody）。请新建该账户，或改用普通账户运行本程序。',
    )
  }
  return { uid: NOBODY, gid: Number(entry.split(':')[3]) }
}

/** Whether the account can reach `path`: every existing folder on the way lets it pass. */
export async function canReach(account: ServerAccount, path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (!(await passable(account, folder))) return false
    if (folder === dirname(folder)) return true
  }
}

async function passable(account: ServerAccount, folder: string): Promise<boolean> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error) return found.code === 'ENOENT'
  if (account === null) {
    return access(folder, found.isDirectory() ? constants.X_OK : constants.R_OK).then(() => true, () => false)
  }
  if (found.uid === account.uid) return (found.mode & 0o100) !== 0 || !found.isDirectory()
  return (found.mode & (found.isDirectory() ? 0o001 : 0o004)) !== 0
}
