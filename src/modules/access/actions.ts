import { randomUUID } from 'node:crypto'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts'
import { requirePerson } from '../org/people.ts'
import { requireUnit } from '../org/queries.ts'
import { roles, type Role } from './can.ts'
import { accountOf } from './queries.ts'
import { isLogin, normalLogin } from './rules.ts'

export interface NewAccount {
  login: string
  personId: string | null
  /** Null where nobody shall sign in by a password. */
  passwordHash: string | null
  mustChangePassword: boolean
  roles?: { role: string; unitId: string | null }[]
}

/**
 * Opens an account, with its first roles. The log holds its sign-in name and whose it is, never a secret.
 *
 * @throws {Invalid} `bad-login`, `login-taken`, `bad-role`; {NotFound} `no-person`, `no-unit`
 */
export async function openAccount(tx: Tx, account: NewAccount): Promise<{ accountId: string }> {
  const login = await freeLogin(tx, account.login)
  const { personId, passwordHash, mustChangePassword } = account
  if (personId !== null) await requirePerson(tx, personId)
  const accountId = randomUUID()
  tx.append({ type: 'account.opened', subject: `account:${accountId}`, content: { login, personId } }, async (position) => {
    const added = await tx
      .insertInto('accounts')
      .values({
        tenant_id: tx.tenantId, account_id: accountId, login, person_id: personId, opened_at: tx.recordedAt, closed_at: null,
        known_from: position, password_hash: passwordHash, must_change_password: mustChangePassword, last_sign_in_at: null,
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'login']).doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows !== 1n) throw loginTaken(login)
  })
  for (const granted of account.roles ?? []) await appendGrant(tx, accountId, granted)
  return { accountId }
}

/** A sign-in name in its normal form. @throws {Invalid} `bad-login`, `login-taken` */
export async function freeLogin(db: Reader, typed: string): Promise<string> {
  const login = normalLogin(typed)
  if (!isLogin(login)) throw refusedField('bad-login', 'login', '登录名用 2 到 40 个小写字母、数字、点、横线，以字母或数字开头；不要用姓名。')
  const taken = await db.selectFrom('accounts').select('account_id').where('tenant_id', '=', db.tenantId).where('login', '=', login).executeTakeFirst()
  if (taken !== undefined) throw loginTaken(login)
  return login
}

/**
 * Grants a role for a unit and everything below it, or for the whole body.
 *
 * @throws {Invalid} `bad-role`, `account-closed`; {Conflict} `role-granted`; {NotFound} `no-account`, `no-unit`
 */
export async function grantRole(tx: Tx, grant: { accountId: string; role: string; unitId: string | null }): Promise<{ grantId: string }> {
  const account = await accountOf(tx, grant.accountId)
  if (account.closedAt !== null) throw new Invalid('account-closed', '这个账户已经停用，不能再授予角色。')
  return appendGrant(tx, grant.accountId, grant)
}

async function appendGrant(tx: Tx, accountId: string, { role, unitId }: { role: string; unitId: string | null }): Promise<{ grantId: string }> {
  if (!roles.includes(role as Role)) throw refusedField('bad-role', 'role', '没有这种角色。')
  if (role === 'administrator' && unitId !== null) throw refusedField('bad-role', 'unitId', '管理员的权限及于整个单位，不能只给一个下级单位。')
  if (unitId !== null) await requireUnit(tx, unitId)
  const grantId = randomUUID()
  tx.append({ type: 'role.granted', subject: `account:${accountId}`, content: { grantId, role, unitId } }, async (position) => {
    const same = await openGrantsOf(tx, accountId).where('role', '=', role).where('unit_id', unitId === null ? 'is' : '=', unitId).executeTakeFirst()
    if (same !== undefined) throw new Conflict('role-granted', '这个账户已经有这个角色。', { accountId, role, unitId })
    await tx
      .insertInto('role_grants')
      .values({ tenant_id: tx.tenantId, grant_id: grantId, account_id: accountId, role, unit_id: unitId, granted_at: tx.recordedAt, withdrawn_at: null, known_from: position })
      .execute()
  })
  return { grantId }
}

/** Withdraws a role. @throws {NotFound} `no-grant`; {Invalid} `last-administrator` */
export async function withdrawRole(tx: Tx, { accountId, grantId }: { accountId: string; grantId: string }): Promise<void> {
  const grant = await openGrantsOf(tx, accountId).where('grant_id', '=', grantId).executeTakeFirst()
  if (grant === undefined) throw new NotFound('no-grant', '这个账户没有这项角色，或者刚被收回。', { accountId, grantId })
  tx.append({ type: 'role.withdrawn', subject: `account:${accountId}`, content: { grantId } }, async () => {
    await tx.updateTable('role_grants').set({ withdrawn_at: tx.recordedAt }).where('tenant_id', '=', tx.tenantId).where('grant_id', '=', grantId).execute()
    if (grant.role === 'administrator') await refuseNoAdministrator(tx)
  })
}

/** Closes an account: whoever is signed in under it is signed out. @throws {NotFound} `no-account`; {Invalid} `account-closed`, `last-administrator` */
export async function closeAccount(tx: Tx, accountId: string): Promise<void> {
  const account = await accountOf(tx, accountId)
  if (account.closedAt !== null) throw new Invalid('account-closed', '这个账户已经停用。')
  tx.append({ type: 'account.closed', subject: `account:${accountId}`, content: {} }, async () => {
    await tx.updateTable('accounts').set({ closed_at: tx.recordedAt }).where('tenant_id', '=', tx.tenantId).where('account_id', '=', accountId).execute()
    await refuseNoAdministrator(tx)
  })
}

/** Opens a closed account again, with the roles it had. @throws {NotFound} `no-account`; {Invalid} `account-open` */
export async function reopenAccount(tx: Tx, accountId: string): Promise<void> {
  const account = await accountOf(tx, accountId)
  if (account.closedAt === null) throw new Invalid('account-open', '这个账户没有停用。')
  tx.append({ type: 'account.reopened', subject: `account:${accountId}`, content: {} }, async () => {
    await tx.updateTable('accounts').set({ closed_at: null }).where('tenant_id', '=', tx.tenantId).where('account_id', '=', accountId).execute()
  })
}

/** Replaces a password; `oneTime` demands another at the next sign-in. */
export async function setPassword(tx: Tx, order: { accountId: string; passwordHash: string; oneTime: boolean }): Promise<void> {
  const { accountId, passwordHash, oneTime } = order
  tx.append({ type: 'password.changed', subject: `account:${accountId}`, content: { oneTime } }, async () => {
    await tx
      .updateTable('accounts')
      .set({ password_hash: passwordHash, must_change_password: oneTime })
      .where('tenant_id', '=', tx.tenantId)
      .where('account_id', '=', accountId)
      .execute()
  })
}

/** Under the tenant's lock, so that two administrators cannot remove each other at the same moment. */
async function refuseNoAdministrator(tx: Tx): Promise<void> {
  if (await hasAdministrator(tx)) return
  throw new Invalid('last-administrator', '这是最后一个管理员。请先把管理员角色授予别人，再做这一步。')
}

/** Whether an open account is administrator. */
export async function hasAdministrator(db: Reader): Promise<boolean> {
  const found = await db
    .selectFrom('role_grants')
    .innerJoin('accounts', (join) => join.onRef('accounts.tenant_id', '=', 'role_grants.tenant_id').onRef('accounts.account_id', '=', 'role_grants.account_id'))
    .select('grant_id')
    .where('role_grants.tenant_id', '=', db.tenantId)
    .where('role', '=', 'administrator')
    .where('withdrawn_at', 'is', null)
    .where('closed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

function openGrantsOf(tx: Tx, accountId: string) {
  return tx.selectFrom('role_grants').select(['grant_id', 'role']).where('tenant_id', '=', tx.tenantId).where('account_id', '=', accountId).where('withdrawn_at', 'is', null)
}

function loginTaken(login: string): Invalid {
  return refusedField('login-taken', 'login', `登录名“${login}”已被占用（停用的账户也算），请换一个。`)
}

function refusedField(code: string, field: string, message: string): Invalid {
  return new Invalid(code, message, { fields: [{ field, message }] })
}
