import type pg from 'pg'
import type { Clock } from '../clock.ts'
import { appendEvents } from '../events/append.ts'
import { TenantQueues } from '../events/queue.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'
import { refuseUnfitRole, roleOf } from './role.ts'
import { SharedSync } from './shared-sync.ts'
import { Reader, Tx } from './transaction.ts'

export type { Reader, Tx } from './transaction.ts'

export interface WriteContext {
  tenantId: number
  /** Who acts: an account, or the program itself. */
  actor: string
  /** Called when the write has to wait because a large import is being recorded. */
  onWait?: () => void
  /** Decides for seconds, as an import does, and therefore takes no place from those that are short. */
  long?: boolean
}

export interface Database {
  readonly clock: Clock
  /** Runs reads of one tenant in one snapshot (repeatable read, read only). */
  read<T>(tenantId: number, run: (db: Reader) => Promise<T>): Promise<T>
  /** Runs one verb as one transaction: everything it appended and projected is kept, or nothing. */
  write<T>(context: WriteContext, run: (tx: Tx) => Promise<T>): Promise<T>
  /** Tells, after each commit, of which tenant the log went on; answers how to hear no more. */
  onCommit(listener: (tenantId: number) => void): () => void
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** Connection URL of the application role. */
  url: string
  /** Connection URL of the schema owner; with it, missing migrations are applied. */
  ownerUrl?: string | undefined
  clock: Clock
}

// Writers wait for their tenant's turn while holding a connection; readers have their own and never wait for them.
const READ_CONNECTIONS = 8
const WRITE_CONNECTIONS = 12
// An entry of the server's log that nobody reads; committed as the server is set to, on the disk when it returns.
const SYNC = `select pg_logical_emit_message(true, 'taizhang', '')`

/**
 * Opens the database, after applying missing migrations as the schema owner where `ownerUrl` is given.
 *
 * @throws {Invalid} `server-too-old`, `schema-newer`, `schema-older`, `unfit-role`
 */
export async function openDatabase({ url, ownerUrl, clock }: DatabaseOptions): Promise<Database> {
  if (ownerUrl !== undefined) await migrate(ownerUrl, await roleOf(url))
  const readers = openPool(url, READ_CONNECTIONS)
  const writers = openPool(url, WRITE_CONNECTIONS)
  try {
    await refuseUnfitRole(readers)
  } catch (error) {
    await Promise.all([readers.end(), writers.end()])
    throw error
  }
  const syncing = openPool(url, 1)
  const listeners = new Set<(tenantId: number) => void>()
  const shared = { listeners, writers, clock, queues: new TenantQueues(), memo: new Map<string, unknown>(), sync: new SharedSync(() => syncing.query(SYNC)) }
  return {
    clock,
    read: (tenantId, run) =>
      inTransaction(readers, beginReading(tenantId), async (client) => run(new Reader(client, tenantId))),
    write: (context, run) => write(shared, context, run),
    onCommit: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      await Promise.all([readers.end(), writers.end(), syncing.end()])
    },
  }
}

interface Shared {
  listeners: ReadonlySet<(tenantId: number) => void>
  writers: pg.Pool
  clock: Clock
  queues: TenantQueues
  memo: Map<string, unknown>
  sync: SharedSync
}

async function write<T>({ listeners, writers, clock, queues, memo, sync }: Shared, context: WriteContext, run: (tx: Tx) => Promise<T>): Promise<T> {
  const { tenantId } = context
  const admit = <R>(verb: () => Promise<R>) => (context.long === true ? verb() : queues.admit(tenantId, verb))
  let synced = true
  let recorded = false
  const outcome = await admit(async () => {
    let leave = () => {}
    const record = async (client: pg.PoolClient) => {
      const tx = new Tx(client, { tenantId, actor: context.actor, recordedAt: clock.now(), memo })
      const decided = await run(tx)
      if (tx.appended.length > 0 || tx.staged !== null) {
        recorded = true
        leave = await queues.enter(tenantId, { large: tx.staged !== null, onWait: context.onWait })
        await appendEvents(client, tx)
        // Whoever comes next need not wait for the disk too: all of them wait for it together, below.
        synced = tx.staged !== null || !queues.isAwaited(tenantId)
      }
      return decided
    }
    const commit = () => {
      leave()
      return synced ? 'commit' : 'set local synchronous_commit = off; commit'
    }
    // The next verb may already be on its way while this one is being committed: it waits for the head's row lock.
    return inTransaction(writers, beginWriting(tenantId), record, commit).finally(() => leave())
  })
  if (!synced) await sync.done()
  if (recorded) for (const listener of listeners) listener(tenantId)
  return outcome
}

async function inTransaction<T>(
  pool: pg.Pool,
  begin: string,
  run: (client: pg.PoolClient) => Promise<T>,
  commit: () => string = () => 'commit',
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const outcome = await run(client)
    await client.query(commit())
    return outcome
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function beginReading(tenantId: number): string {
  return `begin isolation level repeatable read read only; ${setTenant(tenantId)}`
}

function beginWriting(tenantId: number): string {
  return `begin isolation level read committed; ${setTenant(tenantId)}`
}

/** SET takes no parameters, and both statements together cost one journey to the server. */
function setTenant(tenantId: number): string {
  if (!Number.isSafeInteger(tenantId)) throw new TypeError(`Not a tenant: ${tenantId}`)
  return `set local taizhang.tenant = '${tenantId}'`
}
