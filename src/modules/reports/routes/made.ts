import { NotFound } from '../../../platform/errors.ts'
import { route, type Principal, type Route } from '../../../platform/http/server.ts'
import { makeReport, unitIdOf } from '../actions/make.ts'
import { recordsBehind } from '../behind.ts'
import { changesSince, unitIdOf as unitOfFigure } from '../changes/changes.ts'
import { downloadReport, fillReport, readFigureRecords, readReport, readReportChanges, readReportText } from '../contract/made.ts'
import type { Report } from '../describe.ts'
import { issuedText } from '../issued-text.ts'
import { reportOf } from '../queries/issued.ts'
import { requireForReport } from '../scope.ts'
import { officeOf, type Surroundings } from './surroundings.ts'

export function madeRoutes(surroundings: Surroundings): Route[] {
  const { database, files, catalogue } = surroundings
  const visible = (principal: Principal, reportId: string): Promise<Report> =>
    database.read(principal.tenantId, async (db) => {
      const report = await reportOf(db, reportId)
      await requireForReport(db, principal, 'reports:read', report.unitId)
      return report
    })
  return [
    route(fillReport, async ({ body, principal }) => {
      const office = officeOf(surroundings)
      const unitId = await unitIdOf(office, principal, body)
      await database.read(principal.tenantId, (db) => requireForReport(db, principal, 'reports:issue', unitId))
      return makeReport(office, principal, body)
    }),
    route(readReport, async ({ params, principal }) => visible(principal, params.reportId)),
    route(readReportText, async ({ params, principal }) => {
      const report = await visible(principal, params.reportId)
      return issuedText(report, await files.get(report.file.sha256))
    }),
    route(downloadReport, async ({ params, query, principal }) => {
      const report = await visible(principal, params.reportId)
      return files.get(fileOf(report, query.annex).sha256)
    }),
    route(readFigureRecords, async ({ params, query, principal }) => {
      const report = await visible(principal, params.reportId)
      const figure = report.figures.find(({ number }) => number === params.number)
      if (figure === undefined) throw new NotFound('no-figure', `报告里没有第 ${params.number} 个数字`)
      return database.read(principal.tenantId, async (db) => {
        const { metric, facets, period } = figure
        const unitId = await unitOfFigure(db, figure, report.position)
        return recordsBehind(db, catalogue(), { metric, facets, period, unitId }, { position: report.position, ...query })
      })
    }),
    route(readReportChanges, async ({ params, principal }) => {
      const report = await visible(principal, params.reportId)
      return database.read(principal.tenantId, (db) => changesSince(db, catalogue(), report))
    }),
  ]
}

function fileOf({ file, otherFile }: Report, annex: boolean | undefined): { sha256: string } {
  if (annex === undefined || otherFile === null) return file
  return otherFile.annex === annex ? otherFile : file
}
