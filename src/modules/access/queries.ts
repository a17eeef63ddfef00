import type { Reader } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Grant } from '../../platform/http/server.ts'
import { unitTree } from '../org/tree.ts'
import type {} from './tables.ts'

/** What an account was granted and has not lost. */
export async function grantsOf(db: Reader, accountId: string): Promise<Grant[]> {
  const rows = await openGrants(db).select(['role', 'unit_id']).where('account_id', '=', accountId).execute()
  return rows.map(({ role, unit_id: unitId }) => ({ role, unitId }))
}

function openGrants(db: Reader) {
  return db.selectFrom('role_grants').where('tenant_id', '=', db.tenantId).where('withdrawn_at', 'is', null)
}

/** Every account with the name of its person; the name is empty where there is none or it was erased. */
export function accountRows(db: Reader) {
  return db
    .selectFrom('accounts')
    .leftJoin('persons', (join) => join.onRef('persons.tenant_id', '=', 'accounts.tenant_id').onRef('persons.person_id', '=', 'accounts.person_id'))
    .select([
      'accounts.account_id as accountId', 'login', 'accounts.person_id as personId', 'persons.name', 'opened_at as openedAt', 'closed_at as closedAt',
      'password_hash as passwordHash', 'must_change_password as mustChangePassword', 'last_sign_in_at as lastSignInAt',
    ])
    .where('accounts.tenant_id', '=', db.tenantId)
}

/** @throws {NotFound} `no-account` */
export async function accountOf(db: Reader, accountId: string) {
  const account = await accountRows(db).where('accounts.account_id', '=', accountId).executeTakeFirst()
  if (account === undefined) throw new NotFound('no-account', '没有这个账户。', { accountId })
  return account
}

export interface GrantedRole {
  grantId: string
  accountId: string
  role: string
  unitId: string | null
  /** The unit's present name, empty once it is closed; null for the whole body. */
  unit: string | null
}

/** The roles of all accounts, with the names of their units. */
export async function rolesOf(db: Reader, today: string): Promise<GrantedRole[]> {
  const rows = await openGrants(db)
    .select(['grant_id as grantId', 'account_id as accountId', 'role', 'unit_id as unitId'])
    .orderBy('granted_at')
    .orderBy('grant_id')
    .execute()
  return namedGrants(db, rows, today)
}

/** Grants with the present names of their units; a closed unit's is empty. */
export async function namedGrants<G extends Grant>(db: Reader, grants: G[], today: string): Promise<(G & { unit: string | null })[]> {
  const { byId } = await unitTree(db, { on: today })
  return grants.map((grant) => ({ ...grant, unit: grant.unitId === null ? null : (byId.get(grant.unitId)?.name ?? '') }))
}

/**
 * The names of people behind actors, by the sign-in name under which they act in the log; who has no person, or one
 * whose name was erased, is left out.
 */
export async function namesOfActors(db: Reader): Promise<Map<string, string>> {
  const rows = await accountRows(db).execute()
  return new Map(rows.flatMap(({ login, name }) => (name === null || name === '' ? [] : [[login, name] as const])))
}
