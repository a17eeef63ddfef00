import { permissions, type GrantedPermission, type Permission } from '../../platform/contract/endpoint.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type { Principal } from '../../platform/http/server.ts'

const reading: GrantedPermission[] = ['status:read', 'jobs:read', 'org:read', 'packs:read', 'records:read', 'duties:read', 'metrics:read', 'reports:read']
const entering: GrantedPermission[] = [...reading, 'files:write', 'records:enter', 'records:import', 'duties:work', 'reports:fill']

/** Who may do what: the one table of permissions. Each role holds for the unit it was given for and all below. */
export const granted = {
  /** 经办人: enters records, prepares reports. */
  clerk: new Set(entering),
  /** 审核人: also reviews what others entered and prepared. */
  reviewer: new Set<GrantedPermission>([...entering, 'records:review', 'reports:review']),
  /** 负责人: also signs and issues, and answers for the duties of the units. */
  head: new Set<GrantedPermission>([...entering, 'records:review', 'duties:approve', 'duties:manage', 'reports:review', 'reports:issue', 'log:read']),
  /** 检查人: reads, and can prove that nothing was changed. */
  inspector: new Set<GrantedPermission>([...reading, 'log:read', 'log:verify']),
  /** 管理员: everything, for the whole body. */
  administrator: new Set<GrantedPermission>(permissions),
} as const

export type Role = keyof typeof granted

export const roles = Object.keys(granted) as Role[]

export function can(principal: Principal, permission: Permission): boolean {
  if (permission === 'anyone') return true
  if (permission === 'signed-in') return principal.accountId !== null
  return principal.grants.some(({ role }) => permissionsOf(role).has(permission))
}

/** What a role grants; nothing for a role that no longer exists. */
export function permissionsOf(role: string): ReadonlySet<GrantedPermission> {
  return granted[role as Role] ?? new Set()
}

/** The principal, if it may; throws NotAllowed for a stranger and for one who may not. */
export function requirePermission(principal: Principal | null, permission: Permission): Principal {
  if (principal === null) throw new NotAllowed('not-signed-in', '请先登录')
  if (!can(principal, permission)) throw new NotAllowed('not-allowed', `没有权限：${permission}`)
  return principal
}
