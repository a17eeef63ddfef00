import type pg from 'pg'
import type { Tx } from '../database/transaction.ts'
import { NotFound } from '../errors.ts'

/**
 * Gives the events of a verb their positions and runs their projections. Taking the head, chaining and inserting is
 * one statement, so the head is locked only from here to the commit, and positions follow the order of commits.
 */
export async function appendEvents(client: pg.PoolClient, tx: Tx): Promise<void> {
  if (tx.staged !== null) {
    const { position } = await chain(client, { text: STAGED, values: [tx.tenantId, tx.actor, tx.recordedAt] })
    await tx.staged.project(position - tx.staged.count + 1)
  }
  if (tx.appended.length === 0) return
  const events = tx.appended.map(({ event }) => event)
  const [first] = events
  const recorded = [tx.tenantId, tx.actor, tx.recordedAt]
  const { position } = await chain(
    client,
    events.length === 1 && first !== undefined
      ? {
          name: 'append-one',
          text: ONE,
          values: [...recorded, first.type, first.subject, first.pack, first.payload, first.payloadHash],
        }
      : {
          name: 'append',
          text: GIVEN,
          values: [
            ...recorded,
            events.map((event) => event.type),
            events.map((event) => event.subject),
            events.map((event) => event.pack),
            events.map((event) => event.payload),
            events.map((event) => event.payloadHash),
          ],
        },
  )
  let next = position - events.length + 1
  for (const { project } of tx.appended) await project(next++)
}

// Most verbs append one event; without the window this takes half the server's time.
const ONE = `
  with head as materialized (
    select position + 1 as next, hash from log_heads where tenant_id = $1 for update
  ), stored as (
    insert into events (tenant_id, position, type, subject, actor, recorded_at, pack, payload, payload_hash, hash)
    select $1, next, $4, $5, $2, $3, $6, $7, $8, chain_step(null, hash, next, $8) from head
    returning position, hash
  )
  update log_heads set position = stored.position, hash = stored.hash from stored where log_heads.tenant_id = $1
  returning log_heads.position`

const GIVEN = `
  with head as materialized (
    select position, hash from log_heads where tenant_id = $1 for update
  ), chained as materialized (
    select e.type, e.subject, e.pack, e.payload, e.payload_hash, h.position + e.ord as position,
      chain_hash(h.hash, h.position + e.ord, e.payload_hash)
        over (order by e.ord rows between unbounded preceding and current row) as hash
    from head h cross join unnest($4::text[], $5::text[], $6::text[], $7::bytea[], $8::bytea[])
      with ordinality as e (type, subject, pack, payload, payload_hash, ord)
  ), stored as (
    insert into events (tenant_id, position, type, subject, actor, recorded_at, pack, payload, payload_hash, hash)
    select $1, position, type, subject, $2, $3, pack, payload, payload_hash, hash from chained
  )
  update log_heads set position = last.position, hash = last.hash
  from (select position, hash from chained order by position desc limit 1) last
  where tenant_id = $1
  returning log_heads.position`

// Chains hashes alone and joins the payloads afterwards: sorting 100,000 payloads would spill to disk.
const STAGED = `
  with head as materialized (
    select position, hash from log_heads where tenant_id = $1 for update
  ), chained as materialized (
    select e.ord, h.position + e.ord as position,
      chain_hash(h.hash, h.position + e.ord, e.payload_hash)
        over (order by e.ord rows between unbounded preceding and current row) as hash
    from head h cross join staged e
  ), stored as (
    insert into events (tenant_id, position, type, subject, actor, recorded_at, pack, payload, payload_hash, hash)
    select $1, c.position, e.type, e.subject, $2, $3, e.pack, e.payload, e.payload_hash, c.hash
    from staged e join chained c on c.ord = e.ord
  )
  update log_heads set position = last.position, hash = last.hash
  from (select position, hash from chained order by position desc limit 1) last
  where tenant_id = $1
  returning log_heads.position`

async function chain(
  client: pg.PoolClient,
  statement: { name?: string; text: string; values: unknown[] },
): Promise<{ position: number }> {
  const { rows } = await client.query<{ position: number }>(statement)
  const head = rows[0]
  if (head === undefined) throw new NotFound('no-tenant', '没有这个单位，或它的日志尚未建立。')
  return head
}
