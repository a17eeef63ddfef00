import type { Reader } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'

/** How many records each of some kinds has at present, voided ones too: all of them are read through their kind. */
export async function recordsOfKinds(db: Reader, kinds: string[]): Promise<Map<string, number>> {
  if (kinds.length === 0) return new Map()
  const rows = await db
    .selectFrom('record_versions')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('records')])
    .where('tenant_id', '=', db.tenantId)
    .where('kind', 'in', kinds)
    .where(knownAt())
    .groupBy('kind')
    .execute()
  return new Map(rows.map(({ kind, records }) => [kind, Number(records)]))
}
