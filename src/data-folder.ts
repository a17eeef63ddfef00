import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuseUnfinishedDatabase, refuseUnfinishedFolder } from './platform/backup/unfinished.ts'
import type { Clock } from './platform/clock.ts'
import { openDatabase, type Database } from './platform/database/database.ts'
import { chooseDataFolder } from './platform/database/embedded/data-folder.ts'
import { startEmbedded } from './platform/database/embedded/start.ts'
import { Conflict } from './platform/errors.ts'
import { createTenant } from './platform/events/tenants.ts'
import { folderFileStore, type FileStore } from './platform/files/file-store.ts'

export interface OpenedData {
  database: Database
  files: FileStore
  dataDir: string
  /** Known only to who may read the data folder. */
  token: string
  /** Seals what is secret in the database; never part of a backup. */
  secretKey: string
  tenantId: number
  demo: boolean
  /** True when the tenant was created just now. */
  fresh: boolean
  /** What to tell at start, in Chinese: where data went, that a server was recovered. */
  notes: string[]
  close(): Promise<void>
}

interface Options {
  /** `--data`; the usual place when undefined. */
  requested: string | undefined
  demo: boolean
  clock: Clock
}

/** Where the data of this start are kept: demonstrations have a folder of their own, so they never meet real records. */
export async function placeOfData(requested: string | undefined, demo: boolean): Promise<{ dataDir: string; moved: string | null }> {
  const { dataDir, moved } = await chooseDataFolder(requested)
  return { dataDir: demo ? join(dataDir, 'demo') : dataDir, moved }
}

/**
 * Opens the data: the database of `DATABASE_URL`, else the embedded one of the data folder; the files beside it;
 * and the tenant, which is created on first use.
 *
 * @throws {Conflict} `data-folder-in-use`, `restore-unfinished`, `not-a-demo`; {Invalid} as the database does
 */
export async function openData({ requested, demo, clock }: Options): Promise<OpenedData> {
  const { dataDir, moved } = await placeOfData(requested, demo)
  await mkdir(dataDir, { recursive: true })
  await refuseUnfinishedFolder(dataDir)
  const server = await startServer(dataDir)
  try {
    await refuseUnfinishedDatabase(server.url)
    const database = await openDatabase({ url: server.url, ownerUrl: server.ownerUrl, clock })
    const tenant = await openTenant(database, demo)
    return {
      ...tenant,
      database,
      dataDir,
      files: folderFileStore(join(dataDir, 'files')),
      token: await readSecret(join(dataDir, 'token')),
      secretKey: process.env['TAIZHANG_SECRET_KEY'] || (await readSecret(join(dataDir, 'secret-key'))),
      notes: [moved, server.note].filter((note) => note !== null),
      close: async () => {
        await database.close()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

export interface Server {
  url: string
  ownerUrl: string | undefined
  note: string | null
  stop(): Promise<void>
}

/** The database of `DATABASE_URL`, else the embedded one of the data folder, started. */
export async function startServer(dataDir: string): Promise<Server> {
  const url = process.env['DATABASE_URL']
  if (url !== undefined && url !== '') {
    return { url, ownerUrl: process.env['DATABASE_OWNER_URL'], note: null, stop: async () => {} }
  }
  const embedded = await startEmbedded({ dataDir, durable: true })
  const note = embedded.adopted ? '上次程序没有正常退出，数据库仍在运行，已接管；数据完好。' : null
  return { url: embedded.url, ownerUrl: embedded.ownerUrl, note, stop: embedded.stop }
}

async function openTenant(database: Database, demo: boolean) {
  const tenants = await database.read(0, (db) => db.selectFrom('tenants').select(['tenant_id', 'is_demo']).orderBy('tenant_id').execute())
  const [tenant] = tenants
  if (tenant === undefined) {
    const tenantId = await createTenant(database, { name: demo ? '云江市交通运输局（演示，虚构）' : '本单位', demo })
    return { tenantId, demo, fresh: true }
  }
  if (demo && !tenant.is_demo) {
    throw new Conflict('not-a-demo', '这个数据库里有真实数据，不能作演示用。请换一个数据库或数据目录。')
  }
  return { tenantId: tenant.tenant_id, demo: tenant.is_demo, fresh: false }
}

/** A secret of the data folder, made on first use. */
async function readSecret(path: string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch(() => null)
  if (kept !== null) return kept.trim()
  const token = randomBytes(32).toString('base64url')
  await writeFile(path, token, { mode: 0o600 })
  await chmod(path, 0o600)
  return token
}
