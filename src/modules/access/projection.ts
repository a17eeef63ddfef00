import type { Reader } from '../../platform/database/database.ts'
import { idOf, type LoggedEvent } from '../../platform/events/logged-event.ts'
import type { Break, Projection } from '../../platform/events/verify.ts'
import type {} from './tables.ts'

/** What the log says of an account: its name, whose it is, when it was closed, and the roles it holds. */
interface Replayed {
  position: number
  text: AccountText
}

interface AccountText {
  login: string
  personId: string | null
  closedAt: string | null
  /** By id of the grant: role, unit, and when it was withdrawn. */
  grants: Record<string, string>
}

/** Replays who may do what against the tables: a role that the log did not grant is found. */
export function accessProjection(): Projection {
  const accounts = new Map<string, Replayed>()
  return {
    check: async (_db, events) => {
      for (const event of events) {
        const accountId = idOf(event, 'account')
        if (accountId !== null) accounts.set(accountId, { position: event.position, text: evolve(accounts.get(accountId)?.text, event) })
      }
      return null
    },
    finish: async (db) => compare(accounts, await storedAccounts(db)),
  }
}

function evolve(before: AccountText | undefined, { envelope }: LoggedEvent): AccountText {
  const content = envelope.content as { login?: string; personId?: string | null; grantId?: string; role?: string; unitId?: string | null }
  const account = before ?? { login: content.login ?? '', personId: content.personId ?? null, closedAt: null, grants: {} }
  const { grantId = '', role = '', unitId = null } = content
  if (envelope.type === 'account.closed') return { ...account, closedAt: envelope.recordedAt }
  if (envelope.type === 'account.reopened') return { ...account, closedAt: null }
  if (envelope.type === 'role.granted') return { ...account, grants: { ...account.grants, [grantId]: grantText(role, unitId, null) } }
  if (envelope.type === 'role.withdrawn') {
    return { ...account, grants: { ...account.grants, [grantId]: `${account.grants[grantId] ?? ''}${envelope.recordedAt}` } }
  }
  return account
}

async function storedAccounts(db: Reader): Promise<Map<string, AccountText>> {
  const rows = await db.selectFrom('accounts').select(['account_id', 'login', 'person_id', 'closed_at']).where('tenant_id', '=', db.tenantId).execute()
  const grants = await db.selectFrom('role_grants').selectAll().where('tenant_id', '=', db.tenantId).execute()
  return new Map(rows.map((row) => [row.account_id, {
    login: row.login,
    personId: row.person_id,
    closedAt: row.closed_at?.toISOString() ?? null,
    grants: Object.fromEntries(
      grants.filter((grant) => grant.account_id === row.account_id).map((grant) => [grant.grant_id, grantText(grant.role, grant.unit_id, grant.withdrawn_at)]),
    ),
  }]))
}

function grantText(role: string, unitId: string | null, withdrawnAt: Date | null): string {
  return `${role} ${unitId ?? ''} ${withdrawnAt?.toISOString() ?? ''}`
}

function compare(replayed: Map<string, Replayed>, stored: Map<string, AccountText>): Break | null {
  for (const accountId of new Set([...replayed.keys(), ...stored.keys()])) {
    const [expected, actual] = [replayed.get(accountId), stored.get(accountId)]
    if (written(expected?.text) === written(actual)) continue
    const position = expected?.position ?? 1
    return { position, code: 'projection-differs', reason: `位置 ${position}：账户 ${accountId} 与日志重放的结果不一致` }
  }
  return null
}

function written(account: AccountText | undefined): string {
  if (account === undefined) return ''
  const { login, personId, closedAt, grants } = account
  return JSON.stringify([login, personId, closedAt, Object.entries(grants).toSorted(([a], [b]) => (a < b ? -1 : 1))])
}
