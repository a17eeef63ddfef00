import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { Conflict } from '../../errors.ts'
import { serverAccount } from './account.ts'
import { findNative, prepareBinaries } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { makeServerFolder } from './data-folder.ts'
import { chooseEndpoint, connectionUrl } from './endpoint.ts'
import { awaitReady, findPostmaster, launchPostmaster, stopPostmaster } from './postmaster.ts'
import { createRoles } from './roles.ts'

/** A running embedded server; `adopted`: it was left running by a program that died. */
export interface Embedded {
  url: string
  ownerUrl: string
  adopted: boolean
  stop(): Promise<void>
}

// Any constant will do: held for as long as a program owns this server, and freed by its death.
const OWNERSHIP_LOCK = 7_411_001

/**
 * Starts the PostgreSQL server of a data folder, or adopts the one a killed program left behind, and takes
 * ownership of it. Real data is synced to disk; with `durable: false` nothing is, and the last moments may be lost
 * even by `stop`: for databases that are thrown away.
 *
 * @throws {Conflict} `data-folder-in-use` when another program owns the folder
 * @throws {Invalid} `database-not-created`, `database-not-started`, `no-server-account`, `no-embedded-database`
 */
export async function startEmbedded(options: { dataDir: string; durable: boolean }): Promise<Embedded> {
  const account = await serverAccount()
  await mkdir(options.dataDir, { recursive: true, mode: 0o755 })
  const dataDir = await realpath(options.dataDir)
  const binaries = await prepareBinaries(await findNative(), dataDir, account)
  const folder = join(dataDir, 'postgres')
  const secrets = await prepareCluster(folder, binaries, { account, durable: options.durable })
  const cluster = join(folder, 'cluster')

  const running = await findPostmaster(cluster)
  if (running === null) {
    const socketFolder = join(dataDir, 'socket')
    await makeServerFolder(socketFolder, account)
    const endpoint = await chooseEndpoint(socketFolder)
    await launchPostmaster(binaries.postgres, cluster, { account, endpoint, durable: options.durable })
  }
  const { endpoint } = await awaitReady(cluster)

  const owner = await takeOwnership(connectionUrl(endpoint, 'taizhang_root', secrets.superuser, 'postgres'), dataDir)
  await createRoles(owner, secrets)
  return {
    url: connectionUrl(endpoint, 'taizhang_app', secrets.app, 'taizhang'),
    ownerUrl: connectionUrl(endpoint, 'taizhang_owner', secrets.owner, 'taizhang'),
    adopted: running !== null,
    stop: async () => {
      await owner.end().catch(() => undefined)
      await stopPostmaster(binaries.pg_ctl, cluster, { account, mode: options.durable ? 'fast' : 'immediate' })
    },
  }
}

async function takeOwnership(url: string, dataDir: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: `taizhang ${process.pid}`, keepAlive: true })
  // A server that goes away is reported by whoever uses it next; unhandled, it would end the program here.
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [OWNERSHIP_LOCK])
  if (rows[0]?.taken === true) return client
  const holders = await client.query<{ application_name: string }>(
    `select a.application_name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.objid = $1 and l.granted`,
    [OWNERSHIP_LOCK],
  )
  await client.end()
  const pid = holders.rows[0]?.application_name.split(' ')[1] ?? null
  throw new Conflict(
    'data-folder-in-use',
    `数据目录 ${dataDir} 正被另一个台账程序${pid === null ? '' : `（进程 ${pid}）`}使用。请先停止它，或用 --data 指定另一个目录。`,
    { dataDir, pid: pid === null ? null : Number(pid) },
  )
}
