import type { Reader } from '../../platform/database/database.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import type { Principal } from '../../platform/http/server.ts'
import { inScope } from '../access/scope.ts'
import { unitTree } from '../org/tree.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { askedUnit } from './asked-unit.ts'
import type { BehindRecord } from './contract.ts'
import { figureRecords } from './evaluate.ts'
import { parsePeriod } from './period.ts'
import { readFields } from './views.ts'

interface Asked {
  metric: string
  unit?: string | undefined
  period: string
  facets?: Record<string, string> | undefined
  which: 'counted' | 'numerator' | 'excluded' | 'before'
  limit: number
  offset: number
  today: string
}

/**
 * A page of the records behind a figure. A figure of an earlier period may stand on records of a unit that has since
 * moved away from the reader; those are counted, but neither named nor shown.
 */
export async function behind(db: Reader, principal: Principal, catalogue: Catalogue, asked: Asked): Promise<{ total: number; records: BehindRecord[] }> {
  const { unit, scope } = await askedUnit(db, principal, asked.unit, asked.today)
  const { metric, period, facets = {}, which, limit, offset } = asked
  const { position } = await checkpointOf(db)
  const request = { metric, facets, period, unitId: unit?.unitId ?? null }
  const { total, records } = await figureRecords(db, catalogue, request, { position, limit, offset, which })
  const { byId } = await unitTree(db, { on: parsePeriod(period).to })
  return {
    total,
    records: records.map(({ recordId, title, occurredOn, unitId, kind, fields }) => {
      const readable = inScope(scope, unitId)
      const shown = readable ? { title, fields: readFields(catalogue, kind, fields) } : { title: '', fields: [] }
      return { recordId, ...shown, occurredOn, unit: byId.get(unitId)?.name ?? '', readable }
    }),
  }
}
