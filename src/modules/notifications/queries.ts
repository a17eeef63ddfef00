import type { Reader } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Principal } from '../../platform/http/server.ts'
import { grantsOf } from '../access/queries.ts'
import type {} from './tables.ts'

export async function outgoingRules(db: Reader): Promise<{ publicUrl: string; allowed: string[] }> {
  const row = await db.selectFrom('outgoing_rules').selectAll().where('tenant_id', '=', db.tenantId).executeTakeFirst()
  return { publicUrl: row?.public_url ?? '', allowed: row?.allowed ?? [] }
}

/** Channels that are there, switched off or on. */
export function channelRows(db: Reader) {
  return db.selectFrom('notification_channels').selectAll().where('tenant_id', '=', db.tenantId).where('removed_at', 'is', null)
}

/** @throws {NotFound} `no-channel` */
export async function channelRow(db: Reader, channelId: string) {
  const row = await channelRows(db).where('channel_id', '=', channelId).executeTakeFirst()
  if (row === undefined) throw new NotFound('no-channel', '没有这个提醒渠道，或它已被删除。', { channelId })
  return row
}

/** The mail channel that is switched on, if any. */
export function mailChannel(db: Reader) {
  return channelRows(db).select('channel_id').where('kind', '=', 'mail').where('switched_on', '=', true).executeTakeFirst()
}

/** An account that is open, as the one who asks with all its roles; null for one that is closed or gone. */
export async function principalOf(db: Reader, accountId: string): Promise<Principal | null> {
  const account = await db.selectFrom('accounts').select(['login', 'closed_at']).where('tenant_id', '=', db.tenantId).where('account_id', '=', accountId).executeTakeFirst()
  if (account === undefined || account.closed_at !== null) return null
  return { name: account.login, tenantId: db.tenantId, accountId, grants: await grantsOf(db, accountId) }
}

/** What open accounts chose to be told, where there is an address. */
export function openChoices(db: Reader) {
  return db
    .selectFrom('notification_choices as c')
    .innerJoin('accounts as a', (join) => join.onRef('a.tenant_id', '=', 'c.tenant_id').onRef('a.account_id', '=', 'c.account_id'))
    .select(['c.account_id', 'c.address', 'c.digest_hour', 'c.notices', 'c.since'])
    .where('c.tenant_id', '=', db.tenantId)
    .where('a.closed_at', 'is', null)
    .where('c.address', '<>', '')
}
