import type { Reader } from '../../platform/database/database.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type { Principal } from '../../platform/http/server.ts'
import { inScope, unitScope } from '../access/scope.ts'
import { unitTree } from '../org/tree.ts'
import { dayInBeijing } from './import.ts'
import type { LedgerReading } from './reading.ts'

/**
 * Makes sure that whoever imports may do so for every unit the ledger names, and says to which unit rows without one
 * belong: the only unit of whoever imports for one; null, the body's root, for the whole body.
 *
 * @throws {NotAllowed} `units-out-of-reach` naming the units and a row of each
 */
export async function requireUnitsOf(db: Reader, principal: Principal, reading: LedgerReading): Promise<string | null> {
  const scope = await unitScope(db, principal, 'records:import')
  if (scope === 'all') return null
  const { byId } = await unitTree(db, { on: dayInBeijing(new Date()) })
  const own = new Set([...byId.values()].filter(({ unitId }) => inScope(scope, unitId)).map(({ name }) => name))
  const home = principal.grants.find(({ unitId }) => unitId !== null && scope.has(unitId))?.unitId ?? null
  const outside = new Map<string, string>()
  for (const { unitName, source } of reading.records) {
    if (unitName !== null && !own.has(unitName) && !outside.has(unitName)) outside.set(unitName, `${source.sheet} 第 ${source.row} 行`)
  }
  if (outside.size === 0) return home
  const list = [...outside].slice(0, 10).map(([unit, place]) => `“${unit}”（${place}）`)
  throw new NotAllowed('units-out-of-reach', `您不能为这些单位导入：${list.join('、')}。请改正单位名称，或者请有权限的人导入。`, { units: [...outside.keys()].slice(0, 100) })
}
