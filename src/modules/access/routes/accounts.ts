import type { Clock } from '../../../platform/clock.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { Invalid } from '../../../platform/errors.ts'
import { route, type Principal, type Route } from '../../../platform/http/server.ts'
import { addPerson } from '../../org/people.ts'
import { closeAccount, freeLogin, grantRole, openAccount, reopenAccount, setPassword, withdrawRole } from '../actions.ts'
import * as contract from '../contract/accounts.ts'
import { accountList } from '../account-list.ts'
import { hashPassword, oneTimePassword } from '../password.ts'
import { accountOf } from '../queries.ts'
import { endSessionsOf } from '../sessions.ts'

/** What administrators do with accounts. */
export function accountRoutes({ database, clock }: { database: Database; clock: Clock }): Route[] {
  const write = <T>({ tenantId, name }: Principal, run: (tx: Tx) => Promise<T>) => database.write({ tenantId, actor: name }, run)

  return [
    route(contract.listAccounts, async ({ principal }) => ({
      accounts: await database.read(principal.tenantId, (db) => accountList(db, clock.now())),
    })),

    route(contract.openAccount, async ({ body, principal }) => {
      const { password, passwordHash } = await newPassword()
      await database.read(principal.tenantId, (db) => freeLogin(db, body.login))
      const personId = await personOf(principal, body)
      const { accountId } = await write(principal, (tx) => openAccount(tx, { ...body, personId, passwordHash, mustChangePassword: true }))
      return { accountId, oneTimePassword: password }
    }),

    route(contract.grantRole, async ({ params, body, principal }) => write(principal, (tx) => grantRole(tx, { ...params, ...body }))),

    route(contract.withdrawRole, async ({ params, body, principal }) => {
      await write(principal, (tx) => withdrawRole(tx, { ...params, ...body }))
      return {}
    }),

    route(contract.closeAccount, async ({ params, principal }) => {
      if (params.accountId === principal.accountId) throw new Invalid('own-account', '不能停用自己的账户，请由另一位管理员来做。')
      await write(principal, (tx) => closeAccount(tx, params.accountId))
      return {}
    }),

    route(contract.reopenAccount, async ({ params, principal }) => {
      const { password, passwordHash } = await newPassword()
      await write(principal, async (tx) => {
        await reopenAccount(tx, params.accountId)
        await replacePassword(tx, params.accountId, passwordHash)
      })
      return { oneTimePassword: password }
    }),

    route(contract.resetPassword, async ({ params, principal }) => {
      const { password, passwordHash } = await newPassword()
      await write(principal, async (tx) => {
        const account = await accountOf(tx, params.accountId)
        if (account.closedAt !== null) throw new Invalid('account-closed', '这个账户已经停用，请先重新启用。')
        await replacePassword(tx, params.accountId, passwordHash)
      })
      return { oneTimePassword: password }
    }),

    route(contract.signOutAccount, async ({ params, principal }) =>
      write(principal, async (tx) => {
        await accountOf(tx, params.accountId)
        return { ended: await endSessionsOf(tx, params.accountId) }
      }),
    ),
  ]

  /** An account can name only a person who is in the log, so a new one comes in a transaction before. */
  async function personOf(principal: Principal, { personId, name }: { personId: string | null; name?: string | undefined }): Promise<string | null> {
    if (personId !== null || name === undefined || name.trim() === '') return personId
    return (await write(principal, (tx) => addPerson(tx, { name }))).personId
  }
}

async function newPassword(): Promise<{ password: string; passwordHash: string }> {
  const password = oneTimePassword()
  return { password, passwordHash: await hashPassword(password) }
}

async function replacePassword(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
  await setPassword(tx, { accountId, passwordHash, oneTime: true })
  await endSessionsOf(tx, accountId)
}
