import type { Database, Reader } from '../../platform/database/database.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import { route, type Principal, type Route } from '../../platform/http/server.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { bytesOf, exportStream } from '../records/list/export-file.ts'
import { exportFigures, exportRecordsBehind, listFigures, listRecordsBehind, readFigure, type FiguresOfYear } from './contract.ts'
import { askedUnit } from './asked-unit.ts'
import { behind } from './behind.ts'
import { figureOfYear } from './one-figure.ts'
import { hasRecords } from './rules/has-records.ts'
import { figuresSheet, recordsSheet } from './sheets.ts'
import { metricView } from './views.ts'
import { periodsOf, yearsOf } from './year.ts'

interface Surroundings {
  database: Database
  catalogue: () => Catalogue
}

const MOST_EXPORTED = 1_000

/** Figures of a unit, and the records behind them. */
export function figureRoutes({ database, catalogue }: Surroundings): Route[] {
  const today = () => dayOf(database.clock.now())
  const read = <T>(principal: Principal, run: (db: Reader) => Promise<T>) => database.read(principal.tenantId, run)
  const yearOf = (principal: Principal, asked: { unit?: string | undefined; year: number }) =>
    read(principal, (db) => figuresOfYear(db, principal, catalogue(), { ...asked, today: today() }))
  return [
    route(listFigures, ({ query, principal }) => yearOf(principal, query)),
    route(exportFigures, async ({ query, principal }) => {
      const found = await yearOf(principal, query)
      const figures = query.all === 'yes' ? found.figures : found.figures.filter(hasRecords)
      return bytesOf(exportStream(`${query.year}年指标`, figuresSheet({ ...found, figures }), query.format))
    }),
    route(readFigure, ({ params, query, principal }) =>
      read(principal, (db) => figureOfYear(db, principal, catalogue(), { ...params, ...query, today: today() })),
    ),
    route(listRecordsBehind, ({ params, query, principal }) =>
      read(principal, (db) => behind(db, principal, catalogue(), { ...params, ...query, today: today() })),
    ),
    route(exportRecordsBehind, async ({ params, query, principal }) => {
      const page = { ...params, ...query, today: today(), limit: MOST_EXPORTED, offset: 0 }
      const { records } = await read(principal, async (db) => {
        const found = await behind(db, principal, catalogue(), page)
        for (let offset = MOST_EXPORTED; offset < found.total; offset += MOST_EXPORTED) {
          found.records.push(...(await behind(db, principal, catalogue(), { ...page, offset })).records)
        }
        return found
      })
      return bytesOf(exportStream(catalogue().metrics.get(params.metric)?.title ?? params.metric, recordsSheet(records), query.format))
    }),
  ]
}

async function figuresOfYear(
  db: Reader,
  principal: Principal,
  catalogue: Catalogue,
  { unit: unitId, year, today }: { unit?: string | undefined; year: number; today: string },
): Promise<FiguresOfYear> {
  const { unit } = await askedUnit(db, principal, unitId, today)
  const { position } = await checkpointOf(db)
  const periods = periodsOf(year, today)
  const metrics = [...catalogue.metrics.keys()]
  const years = await yearsOf(db, catalogue, { metrics, facets: {}, unitId: unit?.unitId ?? null, periods, position })
  const figures = years.flatMap(({ metric, now, last, months }) => {
    const view = metricView(catalogue, metric)
    return view === null ? [] : [{ ...view, now, last, months }]
  })
  return { unit, year, period: periods.period, before: periods.before, position, figures }
}

/** The day on the clock of the place where the program runs. */
function dayOf(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
