import type { Clock } from '../../platform/clock.ts'
import type { GrantedPermission } from '../../platform/contract/endpoint.ts'
import type { Database, Reader } from '../../platform/database/database.ts'
import type { Principal } from '../../platform/http/server.ts'

/** What the access module knows of units and roles; it comes after this one and is therefore passed in. */
export interface UnitGuard {
  unitScope(db: Reader, principal: Principal, permission: GrantedPermission): Promise<'all' | ReadonlySet<string>>
  requireForUnit(db: Reader, principal: Principal, permission: GrantedPermission, unitId: string): Promise<void>
  /** May change what stands below a unit, or at the top with null. */
  requireForParent(db: Reader, principal: Principal, parentId: string | null): Promise<void>
}

export interface OrgSurroundings {
  database: Database
  clock: Clock
  guard: UnitGuard
}
