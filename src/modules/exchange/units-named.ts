import type { Reader } from '../../platform/database/database.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type { Principal } from '../../platform/http/server.ts'
import { inScope, unitScope } from '../access/scope.ts'
import { unitTree } from '../org/tree.ts'
import type { LedgerReading } from './reading.ts'

/** The units that someone may import for. */
export interface Reach {
  /** To which unit rows without one belong: the only unit of whoever imports for one; null, the body's root, for the whole body. */
  home: string | null
  /** @throws {NotAllowed} `units-out-of-reach` naming the units that lie outside and a row of each */
  requireAll(units: LedgerReading['units']): void
}

/** What someone may import for, as the tree stands on a day. */
export async function reachOf(db: Reader, principal: Principal, on: string): Promise<Reach> {
  const scope = await unitScope(db, principal, 'records:import')
  if (scope === 'all') return { home: null, requireAll: () => undefined }
  const { byId } = await unitTree(db, { on })
  const own = new Set([...byId.values()].filter(({ unitId }) => inScope(scope, unitId)).map(({ name }) => name))
  return {
    home: principal.grants.find(({ unitId }) => unitId !== null && scope.has(unitId))?.unitId ?? null,
    requireAll: (units) => refuseOutside([...units].filter(([name]) => !own.has(name))),
  }
}

function refuseOutside(outside: [string, { sheet: string; row: number }][]): void {
  if (outside.length === 0) return
  const list = outside.slice(0, 10).map(([unit, { sheet, row }]) => `“${unit}”（${sheet} 第 ${row} 行）`)
  throw new NotAllowed('units-out-of-reach', `您不能为这些单位导入：${list.join('、')}。请改正单位名称，或者请有权限的人导入。`, {
    units: outside.slice(0, 100).map(([unit]) => unit),
  })
}
