import { dayOf, type Clock } from '../../../platform/clock.ts'
import type { Database, Reader, Tx } from '../../../platform/database/database.ts'
import { Invalid, NotAllowed } from '../../../platform/errors.ts'
import { route, type Principal, type Route, type Visit } from '../../../platform/http/server.ts'
import { refusalOf } from '../access.ts'
import { setPassword } from '../actions.ts'
import { permissionsOf, roles as allRoles, type Role } from '../can.ts'
import {
  changePassword, endSession, listDemoAccounts, listSessions, readSession, signIn, signInToDemo, signOut, signOutEverywhere,
} from '../contract/session.ts'
import { countAttempt, forgive } from '../lockout.ts'
import { hashPassword, passwordFits, refuseWeakPassword } from '../password.ts'
import { accountOf, accountRows, namedGrants, rolesOf } from '../queries.ts'
import { normalLogin } from '../rules.ts'
import { unitScope } from '../scope.ts'
import { endSession as endBySecret, endSessionById, endSessionsOf, sessionsOf, startSession } from '../sessions.ts'

interface Surroundings {
  database: Database
  clock: Clock
  tenantId: number
  demo: boolean
  version: string
}

export function sessionRoutes({ database, clock, tenantId, demo, version }: Surroundings): Route[] {
  const today = () => dayOf(clock.now())
  const offersDemo = (visit: Visit) => demo && isLoopback(visit.address)

  const start = async (visit: Visit, account: { accountId: string; login: string; mustChangePassword: boolean }, also?: (tx: Tx) => Promise<void>) => {
    const session = await database.write({ tenantId, actor: account.login }, async (tx) => {
      await also?.(tx)
      return startSession(tx, { accountId: account.accountId, address: visit.address, replaced: visit.session })
    })
    visit.keepSession(session.secret, session.expiresAt)
    return { mustChangePassword: account.mustChangePassword }
  }

  return [
    route(readSession, async ({ principal }) =>
      database.read(tenantId, async (db) => {
        const { accountId, name: login } = principal
        const account = accountId === null ? undefined : await accountRows(db).where('accounts.account_id', '=', accountId).executeTakeFirst()
        const tenant = await db.selectFrom('tenants').select('name').where('tenant_id', '=', tenantId).executeTakeFirstOrThrow()
        return {
          signedIn: accountId !== null,
          account: accountId === null ? null : { accountId, login, name: account?.name || login },
          roles: await namedGrants(db, principal.grants, today()),
          permissions: await permissionsHeld(db, principal),
          demo,
          mustChangePassword: account?.mustChangePassword ?? false,
          tenant: tenant.name,
          version,
          ended: accountId === null ? (refusalOf(principal)?.code ?? null) : null,
        }
      }),
    ),

    route(signIn, async ({ body, visit }) => {
      const login = normalLogin(body.login)
      const left = await database.write({ tenantId, actor: 'stranger' }, (tx) => countAttempt(tx, login, visit.address))
      const account = await database.read(tenantId, (db) => accountRows(db).where('login', '=', login).executeTakeFirst())
      const fits = await passwordFits(body.password, account?.passwordHash ?? null)
      if (account === undefined || !fits) throw wrongPassword(left)
      if (account.closedAt !== null) throw new NotAllowed('account-closed', '您的账户已停用，请联系管理员。')
      return start(visit, account, (tx) => forgive(tx, login, visit.address))
    }),

    route(listDemoAccounts, async ({ visit }) => ({
      accounts: offersDemo(visit) ? await database.read(tenantId, (db) => demoAccounts(db, today())) : [],
    })),

    route(signInToDemo, async ({ body, visit }) => {
      if (!offersDemo(visit)) throw new NotAllowed('no-demo', '只有演示数据、并且在运行程序的这台电脑上，才能不用密码登录。')
      const account = await database.read(tenantId, (db) => accountRows(db).where('login', '=', body.login).where('closed_at', 'is', null).executeTakeFirst())
      if (account === undefined) throw new NotAllowed('no-demo', '演示里没有这个账户。')
      return start(visit, { ...account, mustChangePassword: false })
    }),

    route(signOut, async ({ visit }) => {
      const { session } = visit
      if (session !== undefined) await database.write({ tenantId, actor: 'stranger' }, (tx) => endBySecret(tx, session))
      visit.keepSession(null)
      return {}
    }),

    route(signOutEverywhere, async ({ body, principal, visit }) => {
      const ended = await asSelf(principal, (tx, accountId) => endSessionsOf(tx, accountId, body.stayHere ? visit.session : undefined))
      if (!body.stayHere) visit.keepSession(null)
      return { ended }
    }),

    route(changePassword, async ({ body, principal, visit }) => {
      const account = await database.read(tenantId, (db) => accountOf(db, idOf(principal)))
      await database.write({ tenantId, actor: account.login }, (tx) => countAttempt(tx, account.login, visit.address))
      if (!(await passwordFits(body.oldPassword, account.passwordHash))) throw refusedField('wrong-password', 'oldPassword', '现在的密码不对。')
      refuseWeakPassword(body.newPassword, account.login)
      if (body.newPassword === body.oldPassword) throw refusedField('same-password', 'newPassword', '新密码不能与现在的密码相同。')
      const passwordHash = await hashPassword(body.newPassword)
      await start(visit, account, async (tx) => {
        await forgive(tx, account.login, visit.address)
        await setPassword(tx, { accountId: account.accountId, passwordHash, oneTime: false })
        await endSessionsOf(tx, account.accountId)
      })
      return {}
    }),

    route(listSessions, async ({ principal, visit }) => ({
      sessions: await database.read(tenantId, (db) => sessionsOf(db, idOf(principal), { now: clock.now(), secret: visit.session })),
    })),

    route(endSession, async ({ params, principal }) => {
      await asSelf(principal, (tx, accountId) => endSessionById(tx, accountId, params.sessionId))
      return {}
    }),
  ]

  function asSelf<T>(principal: Principal, run: (tx: Tx, accountId: string) => Promise<T>): Promise<T> {
    return database.write({ tenantId, actor: principal.name }, (tx) => run(tx, idOf(principal)))
  }
}

function idOf({ accountId }: Principal): string {
  if (accountId === null) throw new NotAllowed('not-signed-in', '请先登录')
  return accountId
}

/** What somebody may do for any unit; the log knows no units, so reading it is for those who read it for the whole body. */
async function permissionsHeld(db: Reader, principal: Principal): Promise<string[]> {
  const held = [...new Set(principal.grants.flatMap(({ role }) => [...permissionsOf(role)]))]
  if ((await unitScope(db, principal, 'log:read')) === 'all') return held
  return held.filter((permission) => permission !== 'log:read')
}

async function demoAccounts(db: Parameters<typeof accountRows>[0], today: string) {
  const accounts = await accountRows(db).where('closed_at', 'is', null).orderBy('accounts.opened_at').orderBy('accounts.known_from').execute()
  const roles = await rolesOf(db, today)
  return accounts
    .map(({ accountId, login, name }) => ({ login, name: name || login, roles: roles.filter((role) => role.accountId === accountId) }))
    .sort((a, b) => rankOf(a.roles) - rankOf(b.roles))
}

/** In the order of the permission table, from who enters to who administers. */
function rankOf([first]: { role: string }[]): number {
  return allRoles.indexOf((first?.role ?? '') as Role)
}

function wrongPassword(left: number): Invalid {
  const after = left === 0 ? '再错将暂停登录 15 分钟。' : `还可以再试 ${left} 次。`
  return refusedField('wrong-sign-in', 'password', `登录名或密码不对，${after}`)
}

function refusedField(code: string, field: string, message: string): Invalid {
  return new Invalid(code, message, { fields: [{ field, message }] })
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}
