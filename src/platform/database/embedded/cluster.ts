import { randomBytes } from 'node:crypto'
import { chown, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Invalid } from '../../errors.ts'
import type { ServerAccount } from './account.ts'
import type { Binaries } from './binaries.ts'
import { makeServerFolder } from './data-folder.ts'
import { isAlive, runProgram } from './process.ts'

/** Passwords of the three roles, kept inside the cluster's own closed folder. */
export interface Secrets {
  superuser: string
  owner: string
  app: string
}

const SECRETS_FILE = 'taizhang.secrets.json'

/**
 * Makes sure that `folder` holds an initialised cluster and returns its passwords. It is built beside its place
 * and renamed, because an `initdb` that was killed half-way leaves a folder that looks finished and is not.
 */
export async function prepareCluster(
  folder: string,
  binaries: Binaries,
  options: { account: ServerAccount; durable: boolean },
): Promise<Secrets> {
  await removeAbandoned(folder)
  if (!(await isCluster(folder))) {
    const partial = `${folder}.init-${process.pid}`
    await initialise(partial, binaries, options)
    await rename(partial, folder).catch(async (error: NodeJS.ErrnoException) => {
      await rm(partial, { recursive: true, force: true })
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  }
  return readSecrets(folder)
}

/** The passwords of a cluster that is there. */
export async function readSecrets(folder: string): Promise<Secrets> {
  return JSON.parse(await readFile(join(folder, SECRETS_FILE), 'utf8')) as Secrets
}

async function isCluster(folder: string): Promise<boolean> {
  return stat(join(folder, SECRETS_FILE)).then(
    () => true,
    () => false,
  )
}

async function removeAbandoned(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.init-`
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(prefix)) continue
    const pid = Number(name.slice(prefix.length))
    if (pid !== process.pid && (await isAlive(pid))) continue
    await rm(join(dirname(folder), name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

async function initialise(
  folder: string,
  binaries: Binaries,
  { account, durable }: { account: ServerAccount; durable: boolean },
): Promise<void> {
  const secrets: Secrets = { superuser: password(), owner: password(), app: password() }
  await makeServerFolder(folder, account)
  const cluster = join(folder, 'cluster')
  const passwordFile = join(folder, 'password')
  await writeOwned(passwordFile, secrets.superuser, account)
  // --lc-ctype: with plain C, trigrams of Chinese text are empty and such searches find nothing.
  const result = await runProgram(
    binaries.initdb,
    [
      `--pgdata=${cluster}`, '--username=taizhang_root', `--pwfile=${passwordFile}`, '--auth=scram-sha-256',
      '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C',
      '--lc-ctype=C.UTF-8', '--no-instructions', ...(durable ? [] : ['--no-sync', '--no-data-checksums']),
    ],
    { account, cwd: folder },
  )
  if (result.exitCode !== 0) {
    throw new Invalid('database-not-created', `数据库无法在 ${dirname(folder)} 建立：${result.output.trim()}`)
  }
  await rm(passwordFile)
  await writeOwned(join(folder, SECRETS_FILE), JSON.stringify(secrets), account)
}

async function writeOwned(path: string, text: string, account: ServerAccount): Promise<void> {
  await writeFile(path, text, { mode: 0o600 })
  if (account !== null) await chown(path, account.uid, account.gid)
}

function password(): string {
  return randomBytes(24).toString('hex')
}
