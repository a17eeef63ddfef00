import { scanReport as findSlots } from '../../engine/claims/scan.ts'
import { route, type Route } from '../../platform/http/server.ts'
import { NotFound } from '../../platform/errors.ts'
import { figureRecords } from '../metrics/evaluate.ts'
import { parsePeriod } from '../metrics/period.ts'
import { unitTree } from '../org/tree.ts'
import { lexiconOf } from '../packs/lexicon.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { makeReport, type Office } from './actions.ts'
import { checkAgainstRecords, checkWithin } from './check.ts'
import { checkReport, downloadReport, fillReport, listReports, readFigureRecords, readReport, scanReport } from './contract.ts'
import { importedNames, reportList, reportOf } from './queries.ts'
import { readStoredReport } from './read.ts'
import { shownFields } from './rules/shown-fields.ts'
import { slotView } from './rules/view.ts'

export function reportRoutes(surroundings: Omit<Office, 'catalogue'> & { catalogue: () => Catalogue }): Route[] {
  const { database, files, catalogue } = surroundings
  const office = (): Office => ({ database, files, catalogue: catalogue() })
  return [
    route(scanReport, async ({ body }) => {
      const { document } = await readStoredReport(files, body.report, catalogue())
      return { paragraphs: document.paragraphs.length, slots: findSlots(document.paragraphs, lexiconOf(catalogue())).map(slotView) }
    }),
    route(fillReport, async ({ body, principal }) => makeReport(office(), principal, body)),
    route(checkReport, async ({ body, principal }) => {
      const read = await readStoredReport(files, body.report, catalogue())
      if (!body.ledger) return { claims: checkWithin(read) }
      return { claims: await database.read(principal.tenantId, (db) => checkAgainstRecords(db, office(), read, body)) }
    }),
    route(listReports, async ({ query, principal }) => database.read(principal.tenantId, (db) => reportList(db, query))),
    route(readReport, async ({ params, principal }) => database.read(principal.tenantId, (db) => reportOf(db, params.reportId))),
    route(downloadReport, async ({ params, principal }) => {
      const report = await database.read(principal.tenantId, (db) => reportOf(db, params.reportId))
      return files.get(report.file.sha256)
    }),
    route(readFigureRecords, async ({ params, query, principal }) =>
      database.read(principal.tenantId, async (db) => {
        const report = await reportOf(db, params.reportId)
        const figure = report.figures.find(({ number }) => number === params.number)
        if (figure === undefined) throw new NotFound('no-figure', `报告里没有第 ${params.number} 个数字`)
        const units = await unitTree(db, { on: parsePeriod(figure.period).to, position: report.position })
        const unitId = [...units.byId.values()].find(({ name }) => name === figure.unit)?.unitId ?? null
        const { metric, facets, period } = figure
        const found = await figureRecords(db, catalogue(), { metric, facets, period, unitId }, { position: report.position, ...query })
        const fileNames = await importedNames(db)
        return {
          total: found.total,
          records: found.records.map((record) => ({
            recordId: record.recordId, title: record.title, occurredOn: record.occurredOn, unit: units.byId.get(record.unitId)?.name ?? '',
            fields: shownFields(catalogue(), catalogue().metrics.get(metric)?.kind ?? '', record.fields),
            source: record.source === null ? null : { ...record.source, file: fileNames.get(record.source.file) ?? record.source.file },
          })),
        }
      }),
    ),
  ]
}
