import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { lastUnits } from '../records/list/units.ts'
import { MailSettings, RobotSettings, type ChannelKind, type ChannelView } from './contract/channels.ts'
import type { OutboxRow } from './contract/outbox.ts'
import { channelRows } from './queries.ts'
import type { Outbox } from './tables.ts'

/** The channels and how each stands; of secrets only whether there are any. */
export async function channelList(db: Reader): Promise<ChannelView[]> {
  const rows = await channelRows(db).orderBy('kind').orderBy('name').execute()
  const units = await lastUnits(db)
  const waiting = await waitingOf(db)
  return rows.map((row) => {
    const settings: unknown = JSON.parse(row.settings)
    return {
      channelId: row.channel_id, kind: row.kind, name: row.name,
      unitId: row.unit_id, unit: row.unit_id === null ? '' : (units.get(row.unit_id)?.name ?? ''),
      mail: row.kind === 'mail' ? MailSettings.parse(settings) : null, robot: row.kind === 'mail' ? null : RobotSettings.parse(settings),
      hasSecret: row.sealed !== null, on: row.switched_on, version: row.version, changedBy: row.changed_by, changedAt: row.changed_at.toISOString(),
      lastSentAt: row.last_sent_at?.toISOString() ?? null, lastError: row.last_error, failingSince: row.failing_since?.toISOString() ?? null,
      nextTryAt: row.failing_since === null ? null : (waiting.get(row.channel_id)?.next ?? null), waiting: waiting.get(row.channel_id)?.count ?? 0,
    }
  })
}

async function waitingOf(db: Reader): Promise<Map<string, { next: string; count: number }>> {
  const { rows } = await sql<{ channel_id: string; next: Date; count: number }>`
    select channel_id, min(next_try_at) as next, count(*) as count from outbox
    where tenant_id = ${db.tenantId} and state = 'waiting' group by channel_id`.execute(db)
  return new Map(rows.map((row) => [row.channel_id, { next: row.next.toISOString(), count: Number(row.count) }]))
}

interface Asked {
  words?: string | undefined
  state?: Outbox['state'] | undefined
  kind?: Outbox['kind'] | undefined
  page: number
  size: number
}

/** What was told or waits, newest first. To whom is not said: the list serves to mend channels, not to look at people. */
export async function outboxList(db: Reader, { words = '', state, kind, page, size }: Asked): Promise<{ rows: OutboxRow[]; total: number }> {
  const wanted = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [sql<boolean>`o.tenant_id = ${db.tenantId}`]
  if (state !== undefined) conditions.push(sql<boolean>`o.state = ${state}`)
  if (kind !== undefined) conditions.push(sql<boolean>`o.kind = ${kind}`)
  if (words.trim() !== '') conditions.push(sql<boolean>`(c.name ilike ${wanted} or o.error ilike ${wanted} or (o.kind = 'group' and o.title ilike ${wanted}))`)
  const { rows } = await sql<Outbox & { key: string; channel: string; channel_kind: ChannelKind; total: number }>`
    select o.*, c.name as channel, c.kind as channel_kind, md5(o.channel_id::text || o.subject) as key, count(*) over () as total
    from outbox o join notification_channels c on c.tenant_id = o.tenant_id and c.channel_id = o.channel_id
    where ${sql.join(conditions, sql` and `)} order by o.created_at desc, o.channel_id, o.subject limit ${size} offset ${(page - 1) * size}`.execute(db)
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map((row) => ({
      key: row.key, channel: row.channel, channelKind: row.channel_kind, kind: row.kind, title: row.kind === 'group' ? row.title : '',
      state: row.state, attempts: Number(row.attempts), createdAt: row.created_at.toISOString(),
      nextTryAt: row.state === 'waiting' ? row.next_try_at.toISOString() : null, endedAt: row.ended_at?.toISOString() ?? null, error: row.error,
    })),
  }
}
