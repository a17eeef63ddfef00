import type { GrantedPermission } from '../../platform/contract/endpoint.ts'
import type { Reader } from '../../platform/database/database.ts'
import type { Principal } from '../../platform/http/server.ts'

/** What the access module knows of units and roles; it comes after this one and is therefore passed in. */
export interface UnitGuard {
  unitScope(db: Reader, principal: Principal, permission: GrantedPermission): Promise<'all' | ReadonlySet<string>>
  requireForUnit(db: Reader, principal: Principal, permission: GrantedPermission, unitId: string): Promise<void>
}
