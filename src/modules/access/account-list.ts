import type { z } from 'zod'
import { dayOf } from '../../platform/clock.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { AccountView } from './contract/accounts.ts'
import { accountRows, rolesOf } from './queries.ts'
import { idleHours } from './sessions.ts'

/** All accounts as administrators see them, open ones first. */
export async function accountList(db: Reader, now: Date): Promise<z.output<typeof AccountView>[]> {
  const accounts = await accountRows(db).orderBy('login').execute()
  const roles = await rolesOf(db, dayOf(now))
  const sessions = await sessionCounts(db, now)
  return accounts
    .map((account) => ({
      accountId: account.accountId,
      login: account.login,
      personId: account.personId,
      name: account.name ?? '',
      mustChangePassword: account.mustChangePassword,
      openedAt: account.openedAt.toISOString(),
      closedAt: account.closedAt?.toISOString() ?? null,
      lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
      sessions: sessions.get(account.accountId) ?? 0,
      roles: roles.filter(({ accountId }) => accountId === account.accountId),
    }))
    .sort((a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null))
}

async function sessionCounts(db: Reader, now: Date): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('sessions')
    .select(['account_id', (eb) => eb.fn.countAll<number>().as('sessions')])
    .where('tenant_id', '=', db.tenantId)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', new Date(now.getTime() - idleHours * 3_600_000))
    .groupBy('account_id')
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.sessions]))
}
