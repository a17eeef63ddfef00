import type { Reader } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'

/** The last name of every unit, closed ones among them. */
export async function unitNames(db: Reader): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('unit_versions')
    .select(['unit_id', 'name'])
    .where('tenant_id', '=', db.tenantId)
    .where(knownAt())
    .orderBy('valid_from')
    .execute()
  return new Map(rows.map((row) => [row.unit_id, row.name]))
}
