import { sql } from 'kysely'
import type { Database, Reader, Tx } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import { documentOf, searchedText } from './words.ts'
import type {} from './tables.ts'

const STRETCH = 500
const MOST_AT_ONCE = 1_000

/**
 * Keeps the words of current versions behind the log. A verb does not wait for it: whoever searches does, as long as
 * little has happened since; after a large import it follows in the background, and the search says how far it is.
 */
export class SearchIndex {
  readonly #database: Database
  readonly #following = new Map<number, Promise<void>>()
  #closed = false

  constructor(database: Database) {
    this.#database = database
  }

  /** Brings the index up to the log where that is quick; answers how many events it is still behind. */
  async ready(tenantId: number): Promise<number> {
    const behind = await this.#database.read(tenantId, eventsBehind)
    if (behind === 0) return 0
    const following = this.follow(tenantId)
    if (behind > MOST_AT_ONCE) return behind
    await following
    return this.#database.read(tenantId, eventsBehind)
  }

  /** Follows the log to its end; one at a time for each tenant. */
  follow(tenantId: number): Promise<void> {
    const already = this.#following.get(tenantId)
    if (already !== undefined) return already
    const following = this.#toEnd(tenantId).finally(() => this.#following.delete(tenantId))
    this.#following.set(tenantId, following)
    following.catch(() => undefined)
    return following
  }

  /** Stops after the stretch at hand; for the end of the program. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.allSettled(this.#following.values())
  }

  async #toEnd(tenantId: number): Promise<void> {
    for (let more = true; more && !this.#closed; ) {
      more = await this.#database.write({ tenantId, actor: 'taizhang', long: true }, indexStretch)
    }
  }
}

export async function eventsBehind(db: Reader): Promise<number> {
  const { rows } = await sql<{ behind: number }>`
    select h.position - coalesce(s.position, 0) as behind from log_heads h
    left join record_search_heads s on s.tenant_id = h.tenant_id
    where h.tenant_id = ${db.tenantId}
  `.execute(db)
  return Number(rows[0]?.behind ?? 0)
}

/** Indexes the records of the next events; answers whether there may be more. */
async function indexStretch(tx: Tx): Promise<boolean> {
  const position = await takeHead(tx)
  const events = await tx
    .selectFrom('events')
    .select(['position', 'subject'])
    .where('tenant_id', '=', tx.tenantId)
    .where('position', '>', position)
    .orderBy('position')
    .limit(STRETCH)
    .execute()
  const last = events.at(-1)
  if (last === undefined) return false
  const recordIds = [...new Set(events.flatMap(({ subject }) => (subject.startsWith('record:') ? [subject.slice('record:'.length)] : [])))]
  if (recordIds.length > 0) await indexRecords(tx, recordIds)
  await tx.updateTable('record_search_heads').set({ position: last.position }).where('tenant_id', '=', tx.tenantId).execute()
  return events.length === STRETCH
}

/** Locked, so that two programs over one database do not index the same stretch. */
async function takeHead(tx: Tx): Promise<number> {
  await tx.insertInto('record_search_heads').values({ tenant_id: tx.tenantId, position: 0 }).onConflict((conflict) => conflict.doNothing()).execute()
  const head = await tx.selectFrom('record_search_heads').select('position').where('tenant_id', '=', tx.tenantId).forUpdate().executeTakeFirstOrThrow()
  return head.position
}

async function indexRecords(tx: Tx, recordIds: string[]): Promise<void> {
  const rows = await tx
    .selectFrom('record_versions')
    .select(['record_id', 'version', 'kind', 'fields'])
    .where('tenant_id', '=', tx.tenantId)
    .where(sql<boolean>`record_id = any(${recordIds}::uuid[])`)
    .where(knownAt())
    .execute()
  if (rows.length === 0) return
  const contents = rows.map(({ fields }) => searchedText(fields))
  const words = rows.map(({ kind, fields }) => documentOf({ tenantId: tx.tenantId, kind, fields }))
  await sql`
    insert into record_search (tenant_id, record_id, version, content, words)
    select ${tx.tenantId}::bigint, record_id, version, content, words::tsvector
    from unnest(${rows.map((row) => row.record_id)}::uuid[], ${rows.map((row) => row.version)}::int[], ${contents}::text[], ${words}::text[])
      as given (record_id, version, content, words)
    on conflict (tenant_id, record_id) do update
    set version = excluded.version, content = excluded.content, words = excluded.words
    where record_search.version < excluded.version
  `.execute(tx)
}
