import type { Condition } from '../packs/schema/metric.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { toNumber } from './exact.ts'
import type { Exact } from './exact.ts'
import type { Tally } from './measure.ts'
import type { Outcome } from './outcome.ts'
import { dayLabel, daysLabel } from './period.ts'

/** How a number was computed, as a Chinese sentence or two. */
export function howOf(catalogue: Catalogue, tally: Tally, outcome: Outcome): string {
  const scope = `${scopeOf(tally)}${recordsOf(catalogue, tally)}共${tally.records}条`
  if (outcome.value === null) return `${scope}；${outcome.gap}，不给出数值。${leftOut(catalogue, tally)}`
  return `${scope}，${computed(catalogue, tally, outcome)}。${unfilled(tally)}${leftOut(catalogue, tally)}`
}

/** How a change was computed: both values and the calculation. */
export function howChanged(outcome: Outcome, parts: { now: string; before: string; digitsOf: 'points' | 'percent' }): string {
  const { numerator, denominator, value, gap } = outcome
  const both = `本期：${parts.now}上年同期：${parts.before}`
  if (value === null || numerator === null || denominator === null) return `${both}${gap}，不给出增减幅度。`
  const [now, before] = [toNumber(numerator), toNumber(denominator)]
  if (parts.digitsOf === 'points') return `${both}${now}－${before}＝${value}个百分点。`
  return `${both}（${now}－${before}）÷${before}×100%＝${value}%。`
}

function scopeOf({ question: { kind, period }, units }: Tally): string {
  const whose = units === null ? '' : `${units.name}${units.ids.length > 1 ? '及其下属单位' : ''}的`
  return `${daysLabel(period.from, period.to)}，${whose}台账“${kind.title}”中`
}

function recordsOf(catalogue: Catalogue, tally: Tally): string {
  const { metric, facets } = tally.question
  const conditions = [metric.where, metric.narrows === 'part' ? {} : narrowing(facets)]
  const told = conditions.flatMap((condition) => told1(catalogue, tally, condition))
  return told.length === 0 ? '的记录' : `${told.join('、')}的记录`
}

function computed(catalogue: Catalogue, tally: Tally, outcome: Outcome): string {
  const { question: { metric, kind }, newestOn } = tally
  const field = `“${kind.fields[metric.field ?? '']?.title ?? ''}”`
  const value = `${outcome.value}${metric.measures[0] ?? ''}`
  switch (metric.form) {
    case 'count':
      return '按条计数'
    case 'sum':
      return `${field}合计${value}`
    case 'distinct':
      return `${field}不重复的共${outcome.value}个`
    case 'latest':
      return `取日期最近（${dayLabel(newestOn ?? '')}）一条的${field}，为${value}`
    default:
      return proportion(catalogue, tally, outcome)
  }
}

function proportion(catalogue: Catalogue, tally: Tally, { value, numerator, denominator }: Outcome): string {
  const { metric, kind, facets } = tally.question
  const titleOf = (id: string | undefined) => `“${kind.fields[id ?? '']?.title ?? ''}”合计`
  const [part, whole] = [shown(numerator), shown(denominator)]
  const conditions = [metric.part ?? {}, metric.narrows === 'part' ? narrowing(facets) : {}]
  const told = conditions.flatMap((condition) => told1(catalogue, tally, condition))
  const among = told.length === 0 ? '' : `其中${told.join('、')}的`
  const below = metric.field === undefined ? `以条数${whole}为分母` : `以${titleOf(metric.over ?? metric.field)}${whole}为分母`
  const above = metric.field === undefined ? `${part}条为分子` : `${titleOf(metric.field)}${part}为分子`
  return `${below}，${among}${above}，${part}÷${whole}×100%＝${value}%`
}

function unfilled({ question: { metric, kind }, records, filled }: Tally): string {
  const title = kind.fields[metric.field ?? '']?.title ?? ''
  if (metric.absent !== undefined) return `未填“${title}”的记录每条按${metric.absent}计。`
  if (filled === null || filled === records) return ''
  return `其中${records - filled}条未填“${title}”，没有计入。`
}

function leftOut(catalogue: Catalogue, tally: Tally): string {
  if (tally.excluded === 0) return ''
  const { metric, kind } = tally.question
  const told = told1(catalogue, tally, metric.excluding)
  if (metric.over !== undefined) {
    const titles = [metric.field, metric.over].map((id) => `“${kind.fields[id ?? '']?.title ?? ''}”`)
    told.push(`缺${titles.join('或')}`)
  }
  return `不计入${told.join('，或')}的记录${tally.excluded}条。`
}

function told1(catalogue: Catalogue, { question: { kind } }: Tally, condition: Condition): string[] {
  return Object.entries(condition).map(([id, values]) => {
    const field = kind.fields[id]
    const vocabulary = catalogue.vocabularies.get(field?.vocabulary ?? '')
    const titles = values.map((value) => `“${vocabulary?.values[value]?.title ?? value}”`)
    return `${field?.title ?? id}为${titles.join('或')}`
  })
}

function narrowing(facets: Record<string, string>): Condition {
  return Object.fromEntries(Object.entries(facets).map(([facet, value]) => [facet, [value]]))
}

function shown(exact: Exact | null): string {
  return exact === null ? '' : String(toNumber(exact))
}
