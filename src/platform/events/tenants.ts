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
  const demo = tenant.demo ?? false
  const tenantId = await database.write({ tenantId: 0, actor: 'system' }, async (tx) => {
    const row = await tx
      .insertInto('tenants')
      .values({ name: tenant.name, is_demo: demo, created_at: tx.recordedAt })
      .returning('tenant_id')
      .executeTakeFirstOrThrow()
    return row.tenant_id
  })
  await database.write({ tenantId, actor: tenant.actor ?? 'system' }, async (tx) => {
    const head = { tenant_id: tenantId, position: 0, hash: GENESIS }
    await tx.insertInto('log_heads').values(head).execute()
    await tx.insertInto('access_heads').values(head).execute()
    tx.append({ type: 'tenant.opened', subject: 'tenant', content: { name: tenant.name, demo } }, async () => undefined)
  })
  return tenantId
}
