import type { Reader, Tx } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { NotFound } from '../../platform/errors.ts'
import type { UnitSlice, UnitState } from './rules.ts'
import type { UnitVersions } from './tables.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Ids of all units the tenant has or had. */
export async function knownUnits(db: Reader): Promise<Set<string>> {
  const rows = await db
    .selectFrom('unit_versions')
    .select('unit_id')
    .distinct()
    .where('tenant_id', '=', db.tenantId)
    .execute()
  return new Set(rows.map((row) => row.unit_id))
}

/**
 * Makes sure that a unit exists or existed; units are never removed, so a found one is remembered.
 *
 * @throws {NotFound} `no-unit`
 */
export async function requireUnit(tx: Tx, unitId: string): Promise<void> {
  const key = `unit:${tx.tenantId}:${unitId}`
  if (tx.memo.has(key)) return
  await requireKnownUnit(tx, unitId)
  tx.memo.set(key, true)
}

/** `requireUnit` for a reader. */
export async function requireKnownUnit(db: Reader, unitId: string): Promise<void> {
  if (UUID.test(unitId) && (await latestVersion(db, unitId)) !== null) return
  throw new NotFound('no-unit', '没有这个单位。', { unitId })
}

/** The current version of a unit with its dated slices, oldest first. */
export async function unitState(db: Reader, unitId: string): Promise<UnitState> {
  const rows = await db
    .selectFrom('unit_versions')
    .selectAll()
    .where('tenant_id', '=', db.tenantId)
    .where('unit_id', '=', unitId)
    .where(knownAt())
    .orderBy('valid_from')
    .execute()
  return { version: rows[0]?.version ?? (await latestVersion(db, unitId)) ?? 0, slices: rows.map(toSlice) }
}

export function toSlice(row: Omit<UnitVersions, 'valid_to' | 'known_to'> & { valid_to: string }): UnitSlice {
  return {
    validFrom: row.valid_from,
    validTo: row.valid_to === 'infinity' ? null : row.valid_to,
    name: row.name,
    type: row.type,
    parentId: row.parent_id,
    foundingDocument: row.founding_document,
  }
}

async function latestVersion(db: Reader, unitId: string): Promise<number | null> {
  const row = await db
    .selectFrom('unit_versions')
    .select('version')
    .where('tenant_id', '=', db.tenantId)
    .where('unit_id', '=', unitId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version ?? null
}
