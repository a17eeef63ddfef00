import type { Reader } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import type { Principal } from '../../platform/http/server.ts'
import { evaluate, firstRecords } from '../metrics/evaluate.ts'
import { parsePeriod } from '../metrics/period.ts'
import { standsIn } from '../metrics/rules/stands-in.ts'
import { subtree, unitTree } from '../org/tree.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { readableRecord } from '../records/entry/record-detail.ts'
import { versionsOf, type RecordVersion } from '../records/queries.ts'
import type { Standing } from './contract/standing.ts'
import { ReportView } from './contract/made.ts'
import type { Report } from './describe.ts'
import { coversReport, reportScope } from './scope.ts'

/**
 * Where a record counts: the metrics of its kind for its unit and year, and the figures of issued reports.
 *
 * @throws {NotFound} `no-record`
 */
export async function standingOf(db: Reader, principal: Principal, catalogue: Catalogue, recordId: string): Promise<Standing> {
  const record = await readableRecord(db, principal, recordId)
  const year = record.occurredOn.slice(0, 4)
  const { byId } = await unitTree(db, { on: record.occurredOn })
  return {
    year,
    unit: byId.get(record.unitId)?.name ?? '',
    unitId: record.unitId,
    metrics: record.state === 'voided' ? [] : await metricsOf(db, catalogue, record, year),
    reports: await reportsOf(db, principal, catalogue, await versionsOf(db, recordId)),
  }
}

async function metricsOf(db: Reader, catalogue: Catalogue, record: RecordVersion, year: string): Promise<Standing['metrics']> {
  const { position } = await checkpointOf(db)
  const own = [...catalogue.metrics.values()].filter(({ kind, form }) => kind === record.kind && form !== 'change')
  const about = own.flatMap((metric) => {
    const how = standsIn(metric, record.fields)
    return how === null ? [] : [{ metric, how, request: { metric: metric.id, facets: {}, unitId: record.unitId, period: year } }]
  })
  const figures = await evaluate(db, catalogue, about.map(({ request }) => request), { position })
  const latest = about.filter(({ metric }) => metric.form === 'latest').map(({ request }) => request)
  const newest = await firstRecords(db, catalogue, latest, { position, limit: 1 })
  const isOlder = new Set(latest.filter((_, at) => newest[at]?.[0]?.recordId !== record.recordId))
  return about.flatMap(({ metric, how, request }, at) => {
    const figure = figures[at]
    if (figure === undefined || isOlder.has(request)) return []
    const { value, numerator, denominator } = figure
    return [{ metric: metric.id, title: metric.title, isExcluded: how === 'excluded', value, measure: metric.measures[0] ?? '', numerator, denominator }]
  })
}

const mostReports = 50

async function reportsOf(db: Reader, principal: Principal, catalogue: Catalogue, versions: RecordVersion[]): Promise<Standing['reports']> {
  const scope = await reportScope(db, principal, 'reports:read')
  const rows = await db
    .selectFrom('report_versions')
    .innerJoin('events', (join) => join.onRef('events.tenant_id', '=', 'report_versions.tenant_id').onRef('events.position', '=', 'report_versions.issued_at'))
    .select(['report_versions.unit_id', 'events.payload'])
    .where('report_versions.tenant_id', '=', db.tenantId)
    .where(knownAt(undefined, 'report_versions'))
    .where('report_versions.state', '=', 'issued')
    .orderBy('report_versions.issued_at', 'desc')
    .limit(mostReports)
    .execute()
  const standing: Standing['reports'] = []
  for (const row of rows.filter(({ unit_id: unitId }) => coversReport(scope, unitId))) {
    const report = ReportView.parse((JSON.parse(row.payload.toString('utf8')) as { content: unknown }).content)
    const version = versions.findLast(({ knownFrom }) => knownFrom <= report.position)
    if (version === undefined || version.state === 'voided') continue
    const figures = await figuresOn(db, catalogue, report, version)
    if (figures.length > 0) standing.push({ reportId: report.reportId, title: report.title, figures })
  }
  return standing
}

/** The figures of a report that stand on a record as it was known then. */
async function figuresOn(db: Reader, catalogue: Catalogue, report: Report, version: RecordVersion): Promise<Standing['reports'][number]['figures']> {
  const found: Standing['reports'][number]['figures'] = []
  for (const { number, text, measure, metricTitle, sentence, metric: id, facets, unitId, period } of report.figures) {
    const metric = catalogue.metrics.get(id)
    const counted = metric?.form === 'change' ? catalogue.metrics.get(metric.of ?? '') : metric
    if (counted === undefined || counted.kind !== version.kind || counted.form === 'latest') continue
    const { from, to } = parsePeriod(period)
    if (version.occurredOn < from || version.occurredOn > to || standsIn(counted, version.fields, facets) !== 'counted') continue
    const units = unitId === null ? null : await subtree(db, unitId, { on: to, position: report.position })
    if (units === null || units.includes(version.unitId)) found.push({ number, text, measure, metricTitle, sentence })
  }
  return found
}
