import type { Reader } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import type { Principal } from '../../platform/http/server.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { askedUnit } from './asked-unit.ts'
import type { FigureOfYear } from './contract.ts'
import { facetValues } from './facet-values.ts'
import { metricView } from './views.ts'
import { periodsOf, yearsOf } from './year.ts'

interface Asked {
  metric: string
  unit?: string | undefined
  year: number
  facets?: Record<string, string> | undefined
  today: string
}

/** One metric of a unit for a year. @throws {NotFound} `no-metric`, `no-unit`; {Invalid} `unknown-facet`, `unknown-facet-value` */
export async function figureOfYear(db: Reader, principal: Principal, catalogue: Catalogue, asked: Asked): Promise<FigureOfYear> {
  const { metric: id, year, facets = {}, today } = asked
  const view = metricView(catalogue, id)
  const metric = catalogue.metrics.get(id)
  if (view === null || metric === undefined) throw new NotFound('no-metric', `没有指标“${id}”，它可能已从制度包中删去。`, { metric: id })
  const { unit } = await askedUnit(db, principal, asked.unit, today)
  const { position } = await checkpointOf(db)
  const periods = periodsOf(year, today)
  const unitId = unit?.unitId ?? null
  const [found] = await yearsOf(db, catalogue, { metrics: [id], facets, unitId, periods, position })
  if (found === undefined) throw new NotFound('no-metric', `没有指标“${id}”。`, { metric: id })
  const both = `${year - 1}-01-01..${year}-12-31`
  return {
    ...view,
    unit, year, position, period: periods.period, before: periods.before,
    packVersion: found.now.pack,
    source: metric.source,
    now: found.now,
    last: found.last,
    months: found.months,
    facets: await facetValues(db, catalogue, { metric: id, unitId, period: both }, position),
  }
}
