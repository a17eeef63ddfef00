import type { Reader } from '../../../platform/database/database.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { NotFound } from '../../../platform/errors.ts'
import { inScope, unitScope, type UnitScope } from '../../access/scope.ts'
import { below } from '../../org/tree.ts'
import { lastUnits } from '../../records/list/units.ts'

export type UnitNames = Awaited<ReturnType<typeof lastUnits>>

/** The units whose tasks somebody may read, narrowed to one with or without those below it. */
export async function readableUnits(db: Reader, principal: Principal, asked: { unitId?: string | undefined; below: boolean }): Promise<UnitScope> {
  const scope = await unitScope(db, principal, 'duties:read')
  if (asked.unitId === undefined) return scope
  if (!inScope(scope, asked.unitId)) throw new NotFound('no-unit', '没有这个单位，或者您看不到它。', { unitId: asked.unitId })
  const wanted = asked.below ? await below(db, [asked.unitId]) : new Set([asked.unitId])
  return scope === 'all' ? wanted : new Set([...wanted].filter((unitId) => scope.has(unitId)))
}

/** The unit to begin with: the one asked for, else the topmost one that may be read. */
export function unitToShow(units: UnitNames, scope: UnitScope, asked: string | undefined): string | null {
  if (asked !== undefined) return asked
  const readable = [...units.values()].filter(({ unitId }) => inScope(scope, unitId))
  const top = readable.find(({ parentId }) => parentId === null || !inScope(scope, parentId) || !units.has(parentId))
  return top?.unitId ?? null
}

/** The name of the unit above one; null at the top. */
export async function superiorOf(db: Reader, unitId: string | undefined): Promise<string | null> {
  const units = await lastUnits(db)
  const above = unitId === undefined ? null : (units.get(unitId)?.parentId ?? null)
  return above === null ? null : (units.get(above)?.name ?? null)
}
