import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'

/** Every unit with its last name and place; a closed unit keeps them, so that its records stay readable. */
export async function lastUnits(db: Reader): Promise<Map<string, { unitId: string; name: string; parentId: string | null }>> {
  const rows = await db
    .selectFrom('unit_versions')
    .select(['unit_id', 'name', 'parent_id'])
    .where('tenant_id', '=', db.tenantId)
    .where(knownAt())
    .orderBy('valid_from')
    .execute()
  return new Map(rows.map((row) => [row.unit_id, { unitId: row.unit_id, name: row.name, parentId: row.parent_id }]))
}
