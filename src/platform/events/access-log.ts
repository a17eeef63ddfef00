import { sql } from 'kysely'
import type { Database, Reader } from '../database/database.ts'
import { GENESIS, chainHash } from './chain.ts'
import { canonicalBytes, sha256 } from './envelope.ts'

/** Someone read or exported something; no content, only what it was. */
export interface Access {
  actor: string
  /** `read`, `export`, `verify` … */
  action: string
  subject: string
}

const FLUSH_AFTER_MS = 1_000
const FLUSH_AT = 200

/**
 * Notes who read and exported what, in batches and on a chain of its own, so that reading never moves the position
 * of the tenant's log. A batch that cannot be stored is kept and tried again with the next.
 */
export class AccessLog {
  readonly #database: Database
  readonly #pending = new Map<number, { payload: Buffer; hash: Buffer }[]>()
  #timer: NodeJS.Timeout | null = null
  #flushing: Promise<void> = Promise.resolve()

  constructor(database: Database) {
    this.#database = database
  }

  note(tenantId: number, access: Access): void {
    const payload = canonicalBytes({ ...access, at: this.#database.clock.now().toISOString() })
    const entries = this.#pending.get(tenantId) ?? []
    entries.push({ payload, hash: sha256(payload) })
    this.#pending.set(tenantId, entries)
    if (entries.length >= FLUSH_AT) void this.flush().catch(() => undefined)
    else this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), FLUSH_AFTER_MS).unref()
  }

  /** Stores everything noted so far; call it before the database is closed. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.catch(() => undefined).then(() => this.#store())
    return this.#flushing
  }

  async #store(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    for (const [tenantId, entries] of this.#pending) {
      const batch = entries.slice()
      await this.#append(tenantId, batch)
      entries.splice(0, batch.length)
      if (entries.length === 0) this.#pending.delete(tenantId)
    }
  }

  async #append(tenantId: number, batch: { payload: Buffer; hash: Buffer }[]): Promise<void> {
    await this.#database.write({ tenantId, actor: 'system' }, async (tx) => {
      await sql`
        with head as materialized (
          select position, hash from access_heads where tenant_id = ${tenantId} for update
        ), chained as materialized (
          select e.payload, e.payload_hash, h.position + e.ord as position,
            chain_hash(h.hash, h.position + e.ord, e.payload_hash)
              over (order by e.ord rows between unbounded preceding and current row) as hash
          from head h cross join unnest(${batch.map(({ payload }) => payload)}::bytea[], ${batch.map(({ hash }) => hash)}::bytea[])
            with ordinality as e (payload, payload_hash, ord)
        ), stored as (
          insert into access_entries (tenant_id, position, payload, payload_hash, hash)
          select ${tenantId}, position, payload, payload_hash, hash from chained
        )
        update access_heads set position = last.position, hash = last.hash
        from (select position, hash from chained order by position desc limit 1) last
        where tenant_id = ${tenantId}
      `.execute(tx)
    })
  }
}

/** The first broken position of the access log; null when it is as it was written. */
export async function verifyAccessLog(database: Database, tenantId: number): Promise<number | null> {
  return database.read(tenantId, async (db) => {
    let previous: Buffer = GENESIS
    let position = 0
    for (;;) {
      const entries = await entriesAfter(db, position)
      for (const entry of entries) {
        const sound =
          entry.position === position + 1 &&
          sha256(entry.payload).equals(entry.payload_hash) &&
          chainHash(previous, entry.position, entry.payload_hash).equals(entry.hash)
        if (!sound) return position + 1
        previous = entry.hash
        position = entry.position
      }
      if (entries.length === 0) break
    }
    const head = await db.selectFrom('access_heads').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst()
    return head?.position === position && head.hash.equals(previous) ? null : position + 1
  })
}

function entriesAfter(db: Reader, position: number) {
  return db
    .selectFrom('access_entries')
    .selectAll()
    .where('tenant_id', '=', db.tenantId)
    .where('position', '>', position)
    .orderBy('position')
    .limit(1_000)
    .execute()
}
