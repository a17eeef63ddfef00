import type { z } from 'zod'
import type { Reader } from '../../../platform/database/database.ts'
import { checkpointOf } from '../../../platform/events/checkpoint.ts'
import { evaluate } from '../../metrics/evaluate.ts'
import type { Figure, FigureRequest } from '../../metrics/figure.ts'
import { questionOf } from '../../metrics/question.ts'
import { unitTree } from '../../org/tree.ts'
import { parsePeriod } from '../../metrics/period.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { readReportChanges } from '../contract/made.ts'
import type { Report } from '../describe.ts'
import { changedRecords } from './records.ts'

type Changes = z.output<typeof readReportChanges.reply>
type FigureView = Report['figures'][number]

/** What has changed since a report was issued: each figure whose records are others now, with those records. */
export async function changesSince(db: Reader, catalogue: Catalogue, report: Report): Promise<Changes> {
  const { position } = await checkpointOf(db)
  const requests = await Promise.all(report.figures.map((figure) => requestOf(db, figure, report)))
  const known = requests.map((request) => (isKnown(catalogue, request) ? request : null))
  const asked = known.filter((request) => request !== null)
  const evaluated = await evaluate(db, catalogue, asked, { position })
  const nowOf = new Map(asked.map((request, index) => [request, evaluated[index]]))
  const figures: Changes['figures'] = []
  const between = { from: report.position, to: position }
  for (const [index, figure] of report.figures.entries()) {
    const request = known[index] ?? null
    const now = request === null ? undefined : nowOf.get(request)
    const changed = request === null ? { total: 0, records: [] } : await changedRecords(db, catalogue, request, between)
    if (changed.total === 0 && now !== undefined && now.value === figure.value) continue
    figures.push(changeOf(catalogue, figure, now, changed))
  }
  return { issuedPosition: report.position, position, issuedAt: report.madeAt, unchanged: report.figures.length - figures.length, figures }
}

function changeOf(
  catalogue: Catalogue,
  figure: FigureView,
  now: Figure | undefined,
  changed: Awaited<ReturnType<typeof changedRecords>>,
): Changes['figures'][number] {
  const { number, line, text, sentence, metric, metricTitle, narrowing, measure, value, numerator, denominator, records } = figure
  return {
    number, line, text, sentence, metricTitle, narrowing, measure: catalogue.metrics.get(metric)?.measures[0] ?? measure ?? '',
    atIssue: { value, numerator, denominator, records },
    now: { value: now?.value ?? null, numerator: now?.numerator ?? null, denominator: now?.denominator ?? null, records: now?.records ?? 0 },
    differs: now?.value !== value,
    gap: now === undefined ? '这个指标已不在现行制度包中' : now.gap,
    records: changed.records, changedRecords: changed.total,
  }
}

/** Reports made before units were kept by id name their unit only. */
async function requestOf(db: Reader, figure: FigureView, report: Report): Promise<FigureRequest> {
  const { metric, facets, period } = figure
  return { metric, facets, period, unitId: figure.unitId ?? (await unitIdOf(db, figure, report.position)) }
}

/** The unit a figure of an issued report is about; null for the whole body. */
export async function unitIdOf(db: Reader, { unitId, unit, period }: Pick<FigureView, 'unitId' | 'unit' | 'period'>, position: number): Promise<string | null> {
  if (unitId !== null || unit === '全单位') return unitId
  const { byId } = await unitTree(db, { on: parsePeriod(period).to, position })
  return [...byId.values()].find(({ name }) => name === unit)?.unitId ?? null
}

function isKnown(catalogue: Catalogue, request: FigureRequest): boolean {
  try {
    questionOf(catalogue, request)
    return true
  } catch {
    return false
  }
}
