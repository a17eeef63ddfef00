import type { Reader } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Principal } from '../../platform/http/server.ts'
import { inScope, unitScope, type UnitScope } from '../access/scope.ts'
import { unitTree, type UnitNode } from '../org/tree.ts'

/** The unit that figures are asked for, and the units whose records the reader may open. */
export interface AskedUnit {
  /** Null is the whole body. */
  unit: { unitId: string; name: string } | null
  scope: UnitScope
}

/**
 * The unit asked for, or, where none was, the whole body for who may see it and the topmost own unit for others.
 *
 * @throws {NotFound} `no-unit`, also for a unit the reader may not see
 */
export async function askedUnit(db: Reader, principal: Principal, unitId: string | undefined, on: string): Promise<AskedUnit> {
  const scope = await unitScope(db, principal, 'metrics:read')
  if (unitId === undefined && scope === 'all') return { unit: null, scope }
  const { roots, byId } = await unitTree(db, { on })
  const chosen = unitId ?? (scope === 'all' ? undefined : (topmost(roots, scope) ?? [...scope][0]))
  if (chosen === undefined || !inScope(scope, chosen)) throw new NotFound('no-unit', '没有这个单位，或者您看不到它。', { unitId: chosen ?? null })
  return { unit: { unitId: chosen, name: byId.get(chosen)?.name ?? (await lastName(db, chosen)) }, scope }
}

function topmost(nodes: UnitNode[], scope: ReadonlySet<string>): string | null {
  for (const { unitId, children } of nodes) {
    const found = scope.has(unitId) ? unitId : topmost(children, scope)
    if (found !== null) return found
  }
  return null
}

/** What a unit that has been closed was called last. */
async function lastName(db: Reader, unitId: string): Promise<string> {
  const last = await db
    .selectFrom('unit_versions')
    .select('name')
    .where('tenant_id', '=', db.tenantId)
    .where('unit_id', '=', unitId)
    .orderBy('known_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined) throw new NotFound('no-unit', '没有这个单位，或者您看不到它。', { unitId })
  return last.name
}
