import { Invalid } from '../../platform/errors.ts'
import type { Kind } from '../packs/schema/kind.ts'
import type { Metric } from '../packs/schema/metric.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { FigureRequest } from './figure.ts'
import { parsePeriod, previousYear } from './period.ts'
import type { Period } from './period.ts'

/** A request that was checked against the catalogue. */
export interface Question {
  metric: Metric & { id: string; pack: string }
  kind: Kind & { id: string }
  facets: Record<string, string>
  unitId: string | null
  period: Period
}

/**
 * Checks a request against the catalogue.
 *
 * @throws {Invalid} `unknown-metric`, `unknown-facet`, `unknown-facet-value`, `bad-period`
 */
export function questionOf(catalogue: Catalogue, request: FigureRequest): Question {
  const metric = catalogue.metrics.get(request.metric)
  if (metric === undefined) throw unknownMetric(request.metric)
  const kind = catalogue.kinds.get(metric.kind)
  if (kind === undefined) throw unknownMetric(request.metric)
  for (const [facet, value] of Object.entries(request.facets)) checkFacet(catalogue, metric, kind, facet, value)
  return { metric, kind, facets: request.facets, unitId: request.unitId, period: parsePeriod(request.period) }
}

/** What a change compares: its metric in this period and in the same period a year earlier; null for other forms. */
export function comparedBy(catalogue: Catalogue, question: Question): { now: Question; before: Question } | null {
  if (question.metric.form !== 'change') return null
  const of = catalogue.metrics.get(question.metric.of ?? '')
  if (of === undefined || of.form === 'change') throw unknownMetric(question.metric.of ?? '')
  return { now: { ...question, metric: of }, before: { ...question, metric: of, period: previousYear(question.period) } }
}

function checkFacet(catalogue: Catalogue, metric: Metric, kind: Kind, facet: string, value: string): void {
  const allowed = metric.facets ?? Object.keys(kind.fields).filter((id) => kind.fields[id]?.facet)
  const field = Object.hasOwn(kind.fields, facet) ? kind.fields[facet] : undefined
  if (field === undefined || !field.facet || !allowed.includes(facet)) {
    const titles = allowed.map((id) => `${kind.fields[id]?.title ?? id}（${id}）`).join('、')
    const hint = allowed.length === 0 ? '它不能再细分' : `可按这些细分：${titles}`
    throw new Invalid('unknown-facet', `指标“${metric.title}”不能按“${facet.slice(0, 40)}”细分。${hint}。`, { facet })
  }
  const vocabulary = field.vocabulary === undefined ? undefined : catalogue.vocabularies.get(field.vocabulary)
  if (vocabulary === undefined || vocabulary.open || Object.hasOwn(vocabulary.values, value)) return
  const values = Object.entries(vocabulary.values).slice(0, 20).map(([id, { title }]) => `${title}（${id}）`)
  throw new Invalid('unknown-facet-value', `“${field.title}”没有“${value.slice(0, 40)}”这个取值，可用：${values.join('、')}。`, {
    facet,
    value,
  })
}

function unknownMetric(id: string): Invalid {
  return new Invalid('unknown-metric', `没有指标“${id.slice(0, 80)}”，请检查所用的制度包。`, { metric: id })
}
