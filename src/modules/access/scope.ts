import type { Reader } from '../../platform/database/database.ts'
import type { GrantedPermission } from '../../platform/contract/endpoint.ts'
import { NotAllowed, NotFound } from '../../platform/errors.ts'
import type { Principal } from '../../platform/http/server.ts'
import { below } from '../org/tree.ts'
import { permissionsOf } from './can.ts'

/** The units for which someone holds a permission: all of the body, or these. */
export type UnitScope = 'all' | ReadonlySet<string>

/**
 * The units for which a principal holds a permission, as the tree stands on a day: the units its roles were given for
 * and everything below them. A unit that has been closed keeps its place, so that its records stay readable.
 */
export async function unitScope(db: Reader, principal: Principal, permission: GrantedPermission): Promise<UnitScope> {
  const units = principal.grants.filter(({ role }) => permissionsOf(role).has(permission)).map(({ unitId }) => unitId)
  if (units.includes(null)) return 'all'
  return below(db, units.filter((unitId) => unitId !== null))
}

export function inScope(scope: UnitScope, unitId: string): boolean {
  return scope === 'all' || scope.has(unitId)
}

/** Makes sure that a principal may change what stands below a unit; with null, at the top of the whole body. @throws as `requireForUnit` */
export async function requireForParent(db: Reader, principal: Principal, parentId: string | null): Promise<void> {
  if (parentId !== null) return requireForUnit(db, principal, 'org:write', parentId)
  if ((await unitScope(db, principal, 'org:write')) === 'all') return
  throw new NotAllowed('not-allowed-for-unit', '只有整个单位的管理员才能在最上层做这一步。', { permission: 'org:write' })
}

/**
 * Makes sure that a principal may do something for a unit.
 *
 * @throws {NotFound} `no-unit` where it may not even read that unit's records, {NotAllowed} `not-allowed-for-unit` where it may
 */
export async function requireForUnit(db: Reader, principal: Principal, permission: GrantedPermission, unitId: string): Promise<void> {
  if (inScope(await unitScope(db, principal, permission), unitId)) return
  if (!inScope(await unitScope(db, principal, 'records:read'), unitId)) throw new NotFound('no-unit', '没有这个单位，或者您看不到它。', { unitId })
  throw new NotAllowed('not-allowed-for-unit', '您在这个单位没有这项权限。请联系管理员授予角色。', { unitId, permission })
}
