import type { GrantedPermission } from '../../platform/contract/endpoint.ts'
import type { Reader } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { NotAllowed, NotFound } from '../../platform/errors.ts'
import type { Principal } from '../../platform/http/server.ts'
import { inScope, unitScope, type UnitScope } from '../access/scope.ts'

/** The reports for which someone holds a permission: those of their units, and of the whole body only with all of it. */
export interface ReportScope {
  units: UnitScope
  whole: boolean
}

export async function reportScope(db: Reader, principal: Principal, permission: GrantedPermission): Promise<ReportScope> {
  const units = await unitScope(db, principal, permission)
  if (units === 'all') return { units, whole: true }
  const roots = await standingRoots(db)
  return { units, whole: roots.length > 0 && roots.every((unitId) => units.has(unitId)) }
}

export function coversReport({ units, whole }: ReportScope, unitId: string | null): boolean {
  return unitId === null ? whole : inScope(units, unitId)
}

/**
 * Makes sure that someone may do something with reports of a unit, or of the whole body (null).
 *
 * @throws {NotFound} `no-report` where they may not even read it, {NotAllowed} `not-allowed-for-unit` where they may
 */
export async function requireForReport(db: Reader, principal: Principal, permission: GrantedPermission, unitId: string | null): Promise<void> {
  if (coversReport(await reportScope(db, principal, permission), unitId)) return
  if (!coversReport(await reportScope(db, principal, 'reports:read'), unitId)) throw noReport()
  throw new NotAllowed('not-allowed-for-unit', '您在这个单位没有这项权限。请联系管理员授予角色。', { unitId, permission })
}

export function noReport(): NotFound {
  return new NotFound('no-report', '没有这份报告，或者您看不到它。')
}

/** The units that stand at the top for good: who has them all has the whole body. */
async function standingRoots(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('unit_versions')
    .select('unit_id')
    .where('tenant_id', '=', db.tenantId)
    .where(knownAt())
    .where('valid_to', '=', 'infinity')
    .where('parent_id', 'is', null)
    .execute()
  return rows.map((row) => row.unit_id)
}
