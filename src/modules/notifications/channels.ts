import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { Conflict, Invalid } from '../../platform/errors.ts'
import type { ChannelOrder } from './contract/channels.ts'
import { isRule } from './outgoing/reach.ts'
import { channelRow, channelRows } from './queries.ts'
import { seal, unseal, type ChannelSecrets } from './secrets.ts'

type Key = string | undefined

/** @throws {Conflict} `mail-already`; {Invalid} `no-secret-key`, `robot-address-missing` */
export async function addChannel(tx: Tx, key: Key, order: ChannelOrder): Promise<{ channelId: string }> {
  const channelId = randomUUID()
  if (order.kind === 'mail' && (await channelRows(tx).where('kind', '=', 'mail').executeTakeFirst()) !== undefined) {
    throw new Conflict('mail-already', '已经有一个邮件服务器；请修改它，或先删除它。')
  }
  if (order.kind !== 'mail' && order.url === null) throw new Invalid('robot-address-missing', '请填写机器人的地址。', { fields: [{ field: 'url', message: '请填写机器人的地址' }] })
  const row = { ...columnsOf(tx, order), channel_id: channelId, tenant_id: tx.tenantId, kind: order.kind, version: 1, sealed: sealed(key, channelId, {}, order) }
  appendOf(tx, channelId, { type: 'channel.added', content: said(order) }, () => tx.insertInto('notification_channels').values(row).execute())
  return { channelId }
}

/** @throws {NotFound} `no-channel`; {Conflict} `channel-moved`; {Invalid} `channel-kind`, `no-secret-key` */
export async function changeChannel(tx: Tx, key: Key, channelId: string, version: number, order: ChannelOrder): Promise<void> {
  const row = await channelRow(tx, channelId)
  if (row.version !== version) throw new Conflict('channel-moved', `${row.changed_by}刚刚修改了这个渠道，请重新打开再改。`, { by: row.changed_by })
  if (row.kind !== order.kind) throw new Invalid('channel-kind', '渠道的种类不能改；请删除后另加一个。')
  const kept = canOpen(key, channelId, row.sealed)
  const columns = { ...columnsOf(tx, order), version: version + 1, sealed: sealed(key, channelId, kept, order), last_error: null, failing_since: null }
  appendOf(tx, channelId, { type: 'channel.changed', content: said(order) }, () => update(tx, channelId).set(columns).execute())
  await retrySoon(tx, channelId)
}

/** @throws {NotFound} `no-channel` */
export async function switchChannel(tx: Tx, channelId: string, on: boolean): Promise<void> {
  const { name, kind, version } = await channelRow(tx, channelId)
  const type = on ? 'channel.switched-on' : 'channel.switched-off'
  const set = { switched_on: on, version: version + 1, changed_by: tx.actor, changed_at: tx.recordedAt }
  appendOf(tx, channelId, { type, content: { kind, name } }, () => update(tx, channelId).set(set).execute())
}

/** @throws {NotFound} `no-channel` */
export async function removeChannel(tx: Tx, channelId: string): Promise<void> {
  const { name, kind } = await channelRow(tx, channelId)
  const set = { removed_at: tx.recordedAt, sealed: null, changed_by: tx.actor, changed_at: tx.recordedAt }
  appendOf(tx, channelId, { type: 'channel.removed', content: { kind, name } }, () => update(tx, channelId).set(set).execute())
}

/** @throws {Invalid} `rule-unreadable` */
export async function setOutgoing(tx: Tx, { publicUrl, allowed }: { publicUrl: string; allowed: string[] }): Promise<void> {
  const wrong = allowed.find((rule) => !isRule(rule))
  if (wrong !== undefined) {
    const message = `“${wrong}”既不是主机名、IP 地址，也不是网段（如 10.0.0.0/8）。`
    throw new Invalid('rule-unreadable', message, { fields: [{ field: 'allowed', message }] })
  }
  const row = { tenant_id: tx.tenantId, public_url: publicUrl, allowed }
  tx.append({ type: 'outgoing.changed', subject: 'tenant', content: { publicUrl, allowed } }, async () => {
    await tx.insertInto('outgoing_rules').values(row).onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ public_url: publicUrl, allowed })).execute()
  })
}

/** What the log says of a channel: nothing that is secret, and no address that contains a key. */
function said(order: ChannelOrder): object {
  return order.kind === 'mail'
    ? { kind: order.kind, name: order.name, host: order.settings.host, port: order.settings.port, security: order.settings.security }
    : { kind: order.kind, name: order.name, unitId: order.unitId, ...order.settings }
}

function columnsOf(tx: Tx, order: ChannelOrder) {
  return {
    name: order.name, unit_id: order.kind === 'mail' ? null : order.unitId, settings: JSON.stringify(order.settings),
    changed_by: tx.actor, changed_at: tx.recordedAt,
  }
}

/** The secrets with those that were given anew; an empty one is forgotten. */
function sealed(key: Key, channelId: string, kept: ChannelSecrets, order: ChannelOrder): Buffer | null {
  const given = order.kind === 'mail' ? { password: order.password } : { url: order.url, signingSecret: order.signingSecret }
  const secrets = Object.fromEntries([...Object.entries(kept), ...Object.entries(given).filter(([, value]) => value !== null)].filter(([, value]) => value !== ''))
  return Object.keys(secrets).length === 0 ? null : seal(key, channelId, secrets)
}

/** Secrets that can no longer be opened are lost; the channel is changed in order to enter them anew. */
function canOpen(key: Key, channelId: string, kept: Buffer | null): ChannelSecrets {
  try {
    return unseal(key, channelId, kept)
  } catch {
    return {}
  }
}

function update(tx: Tx, channelId: string) {
  return tx.updateTable('notification_channels').where('tenant_id', '=', tx.tenantId).where('channel_id', '=', channelId)
}

/** What waits because the channel failed is tried as soon as the channel was changed. */
async function retrySoon(tx: Tx, channelId: string): Promise<void> {
  await sql`
    update outbox set next_try_at = least(next_try_at, ${tx.recordedAt})
    where tenant_id = ${tx.tenantId} and channel_id = ${channelId} and state = 'waiting'`.execute(tx)
}

function appendOf(tx: Tx, channelId: string, event: { type: string; content: object }, project: () => Promise<unknown>): void {
  tx.append({ ...event, subject: `channel:${channelId}` }, async () => {
    await project()
  })
}
