import type { Permission } from '../../platform/contract/endpoint.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type { Principal } from '../../platform/http/server.ts'

/** Who may do what: the one table of permissions. */
const granted: Record<string, ReadonlySet<Permission>> = {
  administrator: new Set<Permission>([
    'status:read', 'log:read', 'log:verify', 'records:read', 'records:import', 'reports:read', 'reports:fill', 'files:write',
  ]),
  /** A visitor of the demonstration, on this machine only. */
  visitor: new Set<Permission>(['status:read', 'log:read', 'records:read', 'reports:read']),
}

export function can(principal: Principal, permission: Permission): boolean {
  return granted[principal.role]?.has(permission) ?? false
}

/** The principal, if it may; throws NotAllowed for a stranger and for one who may not. */
export function requirePermission(principal: Principal | null, permission: Permission): Principal {
  if (principal === null) throw new NotAllowed('not-signed-in', '请先登录')
  if (!can(principal, permission)) throw new NotAllowed('not-allowed', `没有权限：${permission}`)
  return principal
}
