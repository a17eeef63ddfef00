import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import type { Principal } from '../../platform/http/server.ts'
import { requireForUnit } from '../access/scope.ts'
import { lastUnits } from '../records/list/units.ts'

const MOST_FEEDS = 10

interface Choices {
  address: string
  digestHour: number | null
  notices: boolean
}

export async function choicesOf(db: Reader, accountId: string): Promise<Choices> {
  const row = await db.selectFrom('notification_choices').selectAll().where('tenant_id', '=', db.tenantId).where('account_id', '=', accountId).executeTakeFirst()
  return { address: row?.address ?? '', digestHour: row?.digest_hour ?? null, notices: row?.notices ?? false }
}

/** Keeps what an account wants to be told; a personal setting, outside the log. @throws {Invalid} `address-missing` */
export async function choose(tx: Tx, accountId: string, { address, digestHour, notices }: Choices): Promise<void> {
  if (address === '' && (digestHour !== null || notices)) {
    throw new Invalid('address-missing', '要收提醒，请先填写邮件地址。', { fields: [{ field: 'address', message: '请填写邮件地址' }] })
  }
  const before = await choicesOf(tx, accountId)
  const row = { tenant_id: tx.tenantId, account_id: accountId, address, digest_hour: digestHour, notices }
  // What happened before notices were chosen is not told.
  const since = before.notices ? {} : { since: tx.recordedAt }
  await tx
    .insertInto('notification_choices')
    .values({ ...row, since: tx.recordedAt })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id']).doUpdateSet({ address, digest_hour: digestHour, notices, ...since }))
    .execute()
}

export async function feedsOf(db: Reader, accountId: string) {
  const rows = await db.selectFrom('calendar_feeds').selectAll().where('tenant_id', '=', db.tenantId).where('account_id', '=', accountId).orderBy('created_at', 'desc').limit(50).execute()
  const units = await lastUnits(db)
  return rows.map((row) => ({
    feedId: row.feed_id, unit: row.unit_id === null ? null : (units.get(row.unit_id)?.name ?? ''),
    createdAt: row.created_at.toISOString(), revokedAt: row.revoked_at?.toISOString() ?? null,
  }))
}

/** Makes a secret address, of which only a hash is kept. @throws {Invalid} `feeds-full`; as `requireForUnit` */
export async function addFeed(tx: Tx, principal: Principal, accountId: string, unitId: string | null): Promise<{ feedId: string; path: string }> {
  if (unitId !== null) await requireForUnit(tx, principal, 'duties:read', unitId)
  const open = (await feedsOf(tx, accountId)).filter(({ revokedAt }) => revokedAt === null)
  if (open.length >= MOST_FEEDS) throw new Invalid('feeds-full', `最多有 ${MOST_FEEDS} 个有效的日历地址，请先停用不用的。`, { most: MOST_FEEDS })
  const [feedId, secret] = [randomUUID(), randomBytes(32).toString('hex')]
  await tx.insertInto('calendar_feeds').values({
    tenant_id: tx.tenantId, feed_id: feedId, account_id: accountId, unit_id: unitId, secret_hash: hashOf(secret), created_at: tx.recordedAt, revoked_at: null,
  }).execute()
  return { feedId, path: `/calendar/${secret}.ics` }
}

/** @throws {NotFound} `no-feed` */
export async function revokeFeed(tx: Tx, accountId: string, feedId: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('calendar_feeds').set({ revoked_at: tx.recordedAt })
    .where('tenant_id', '=', tx.tenantId).where('account_id', '=', accountId).where('feed_id', '=', feedId).where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new NotFound('no-feed', '没有这个日历地址，或它已经停用。', { feedId })
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
