import { foundUnit } from '../../src/modules/org/actions.ts'
import type { Database } from '../../src/platform/database/database.ts'

const AT_ONCE = 100

/** A body with so many units below it, all invented. */
export async function foundOffice(database: Database, who: { tenantId: number; actor: string }, units: number): Promise<{ top: string; unitIds: string[] }> {
  const { unitId: top } = await database.write(who, (tx) => foundUnit(tx, { name: '云江市交通运输局', type: 'body' }))
  const unitIds = [top]
  while (unitIds.length < units) {
    const next = Array.from({ length: Math.min(AT_ONCE, units - unitIds.length) }, (_, n) => `第${unitIds.length + n}科`)
    await database.write(who, async (tx) => {
      for (const name of next) unitIds.push((await foundUnit(tx, { name, type: 'section', parentId: top })).unitId)
    })
  }
  return { top, unitIds }
}
