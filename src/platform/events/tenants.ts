import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { GENESIS } from './chain.ts'

/**
 * Opens a tenant with an empty log, whose first event says so. `demo` marks it for ever as invented.
 *
 * @returns the tenant's id
 */
export async function createTenant(
  database: Database,
  tenant: { name: string; demo?: boolean; actor?: string },
): Promise<number> {
  const { name, demo = false, actor = 'system' } = tenant
  const tenantId = await database.write({ tenantId: 0, actor }, async (tx) => {
    const { tenant_id: id } = await tx
      .insertInto('tenants')
      .values({ name, is_demo: demo, created_at: tx.recordedAt })
      .returning('tenant_id')
      .executeTakeFirstOrThrow()
    // Its heads belong to the new tenant, whom this transaction could not know when it began.
    await sql`select set_config('taizhang.tenant', ${String(id)}, true)`.execute(tx)
    const head = { tenant_id: id, position: 0, hash: GENESIS }
    await tx.insertInto('log_heads').values(head).execute()
    await tx.insertInto('access_heads').values(head).execute()
    return id
  })
  await database.write({ tenantId, actor }, async (tx) => {
    tx.append({ type: 'tenant.opened', subject: 'tenant', content: { name, demo } }, async () => undefined)
  })
  return tenantId
}
