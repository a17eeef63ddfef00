import type pg from 'pg'
import type { StagedEvents, Tx } from '../database/transaction.ts'
import { NotFound } from '../errors.ts'
import { HASH_BYTES, chainHashes } from './chain.ts'

/**
 * Gives the events of a verb their positions and runs their projections. Taking the head, chaining and inserting is
 * one statement, so the head is locked only from here to the commit, and positions follow the order of commits.
 */
export async function appendEvents(client: pg.PoolClient, tx: Tx): Promise<void> {
  const { before, staged, after } = tx.inOrder()
  await appendGiven(client, tx, before)
  if (staged !== null) await appendStaged(client, tx, staged)
  await appendGiven(client, tx, after)
}

async function appendGiven(client: pg.PoolClient, tx: Tx, appended: Tx['appended']): Promise<void> {
  if (appended.length === 0) return
  const events = appended.map(({ event }) => event)
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
  for (const { project } of appended) await project(next++)
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

/**
 * Chains staged events here, which takes a tenth of a window's time, while the server runs their projection: that
 * needs their positions only.
 */
async function appendStaged(client: pg.PoolClient, tx: Tx, { type, count, payloadHashes, project }: StagedEvents): Promise<void> {
  const { rows } = await client.query<{ position: number; hash: Buffer }>(
    'select position, hash from log_heads where tenant_id = $1 for update',
    [tx.tenantId],
  )
  const head = headOf(rows)
  const [, hashes] = await Promise.all([project(head.position + 1), chainHashes(head, payloadHashes)])
  const inserted = await client.query(STAGED, [tx.tenantId, tx.actor, tx.recordedAt, type, head.position, payloadHashes, hashes])
  if (inserted.rowCount !== count) throw new Error(`${inserted.rowCount} events staged instead of ${count}`)
  await client.query('update log_heads set position = $2, hash = $3 where tenant_id = $1', [
    tx.tenantId,
    head.position + count,
    hashes.subarray(-HASH_BYTES),
  ])
}

const STAGED = `
  insert into events (tenant_id, position, type, subject, actor, recorded_at, pack, payload, payload_hash, hash)
  select $1, $5::bigint + ord, $4, subject, $2, $3, pack, payload,
    substring($6::bytea from (ord - 1) * ${HASH_BYTES} + 1 for ${HASH_BYTES}),
    substring($7::bytea from (ord - 1) * ${HASH_BYTES} + 1 for ${HASH_BYTES})
  from staged`

async function chain(
  client: pg.PoolClient,
  statement: { name?: string; text: string; values: unknown[] },
): Promise<{ position: number }> {
  const { rows } = await client.query<{ position: number }>(statement)
  return headOf(rows)
}

/** The head of the tenant's log, which every tenant has. */
function headOf<T>([head]: T[]): T {
  if (head === undefined) throw new NotFound('no-tenant', '没有这个单位，或它的日志尚未建立。')
  return head
}
