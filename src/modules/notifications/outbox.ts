import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { Outbox } from './tables.ts'

/** Something to tell through a channel; the subject is the thing told, and it is told once. */
export interface ToTell {
  channelId: string
  subject: string
  kind: Outbox['kind']
  recipient: string | null
  title: string
  content: string
}

export interface Taken extends ToTell {
  attempts: number
}

/** Lays things down to be told; what was laid down before, told or not, is left as it is. */
export async function layDown(tx: Tx, things: readonly ToTell[]): Promise<void> {
  if (things.length === 0) return
  const rows = things.map(({ channelId, ...thing }) => ({
    tenant_id: tx.tenantId, channel_id: channelId, ...thing, state: 'waiting' as const, created_at: tx.recordedAt, next_try_at: tx.recordedAt,
  }))
  await tx.insertInto('outbox').values(rows).onConflict((conflict) => conflict.doNothing()).execute()
}

export async function isLaidDown(db: Reader, channelId: string, subject: string): Promise<boolean> {
  const row = await db.selectFrom('outbox').select('subject').where('tenant_id', '=', db.tenantId).where('channel_id', '=', channelId).where('subject', '=', subject).executeTakeFirst()
  return row !== undefined
}

/**
 * Takes the next thing whose time has come, of one channel or any that is switched on: from here on nobody else sends
 * it, even if this program ends before it is sent. Null where nothing is to be told.
 */
export async function takeNext(tx: Tx, one?: { channelId: string; subject: string }): Promise<Taken | null> {
  // Without `materialized` the plan may choose anew for every row, and take more than one.
  const { rows } = await sql<Outbox>`
    with next as materialized (
      select w.channel_id, w.subject from outbox w
      join notification_channels c on c.tenant_id = w.tenant_id and c.channel_id = w.channel_id
      where w.tenant_id = ${tx.tenantId} and w.state = 'waiting' and w.next_try_at <= ${tx.recordedAt} and c.removed_at is null
        and ${one === undefined ? sql`c.switched_on` : sql`w.channel_id = ${one.channelId} and w.subject = ${one.subject}`}
      order by w.next_try_at, w.subject limit 1 for update of w skip locked
    )
    update outbox o set state = 'sending', attempts = o.attempts + 1, error = null from next
    where o.tenant_id = ${tx.tenantId} and o.channel_id = next.channel_id and o.subject = next.subject
    returning o.*`.execute(tx)
  const [row] = rows
  return row === undefined ? null : { channelId: row.channel_id, subject: row.subject, kind: row.kind, recipient: row.recipient, title: row.title, content: row.content, attempts: Number(row.attempts) }
}

export interface Outcome {
  state: 'sent' | 'waiting' | 'failed' | 'unknown'
  error: string | null
  nextTryAt: Date
  /** The channel itself works; only this one was not taken. */
  channelWorks: boolean
}

/** Notes how sending went, and with it how the channel stands; where it fails, everything that waits for it waits longer. */
export async function noteOutcome(tx: Tx, { channelId, subject }: ToTell, { state, error, nextTryAt, channelWorks }: Outcome): Promise<void> {
  const ofChannel = tx.updateTable('outbox').where('tenant_id', '=', tx.tenantId).where('channel_id', '=', channelId)
  await ofChannel.set({ state, error, ended_at: state === 'waiting' ? null : tx.recordedAt, next_try_at: nextTryAt }).where('subject', '=', subject).execute()
  if (!channelWorks) await ofChannel.set({ next_try_at: nextTryAt }).where('state', '=', 'waiting').where('next_try_at', '<', nextTryAt).execute()
  await tx
    .updateTable('notification_channels')
    .set(channelWorks ? { last_error: null, failing_since: null } : { last_error: error, failing_since: sql`coalesce(failing_since, ${tx.recordedAt})` })
    .$if(state === 'sent', (update) => update.set({ last_sent_at: tx.recordedAt }))
    .where('tenant_id', '=', tx.tenantId).where('channel_id', '=', channelId)
    .execute()
}

/** What was taken and is not being sent any more may have been sent: it is not sent again. What waited too long is given up. */
export async function tidy(tx: Tx, staleBefore: Date): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ state: 'unknown', ended_at: tx.recordedAt, error: '程序在发送途中停止，可能已经送达；没有再发。' })
    .where('tenant_id', '=', tx.tenantId).where('state', '=', 'sending')
    .execute()
  await tx
    .updateTable('outbox')
    .set({ state: 'failed', ended_at: tx.recordedAt, error: sql`coalesce(error, '渠道停用期间没有发送') || '；已过时，不再发送'` })
    .where('tenant_id', '=', tx.tenantId).where('state', '=', 'waiting').where('created_at', '<', staleBefore)
    .execute()
}
