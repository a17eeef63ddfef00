import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type {} from './tables.ts'

const lockMinutes = 15

/** An office often shares one address, so it takes more failures to lock an address than an account. */
const mostFailures = { login: 5, address: 20 }

type Kind = keyof typeof mostFailures

/**
 * Counts an attempt as failed before its password is looked at, so that many at once gain nothing; `forgive` takes it
 * back. Names that nobody has are counted alike, so that a lock tells nobody which ones exist.
 *
 * @returns how many attempts are left for this name
 * @throws {NotAllowed} `locked-out`
 */
export async function countAttempt(tx: Tx, login: string, address: string): Promise<number> {
  await tx
    .deleteFrom('sign_in_failures')
    .where('tenant_id', '=', tx.tenantId)
    .where('last_failed_at', '<', lockedSince(tx))
    .execute()
  const fromAddress = await countOne(tx, 'address', address)
  const ofLogin = await countOne(tx, 'login', login)
  return Math.min(fromAddress, ofLogin)
}

/** A successful attempt was no failure: forgets those of the account, and takes its own back from the address. */
export async function forgive(tx: Tx, login: string, address: string): Promise<void> {
  await tx.deleteFrom('sign_in_failures').where('tenant_id', '=', tx.tenantId).where('who', '=', `login:${login}`).execute()
  await tx
    .updateTable('sign_in_failures')
    .set({ failures: sql`greatest(failures - 1, 0)` })
    .where('tenant_id', '=', tx.tenantId)
    .where('who', '=', `address:${address}`)
    .execute()
}

/** Trying on while locked does not make the lock longer. */
async function countOne(tx: Tx, kind: Kind, name: string): Promise<number> {
  const most = mostFailures[kind]
  const { failures, last_failed_at: lastFailedAt } = await tx
    .insertInto('sign_in_failures')
    .values({ tenant_id: tx.tenantId, who: `${kind}:${name}`, failures: 1, last_failed_at: tx.recordedAt })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'who']).doUpdateSet({
        failures: sql`sign_in_failures.failures + 1`,
        last_failed_at: sql`case when sign_in_failures.failures >= ${most} then sign_in_failures.last_failed_at else excluded.last_failed_at end`,
      }),
    )
    .returning(['failures', 'last_failed_at'])
    .executeTakeFirstOrThrow()
  if (failures <= most) return most - failures
  const waitMinutes = Math.max(1, Math.ceil((lastFailedAt.getTime() - lockedSince(tx).getTime()) / 60_000))
  throw new NotAllowed('locked-out', `连续输错次数过多，已暂停登录。请 ${waitMinutes} 分钟后再试，或请管理员重置密码。`, { waitMinutes })
}

function lockedSince(tx: Tx): Date {
  return new Date(tx.recordedAt.getTime() - lockMinutes * 60_000)
}
