import type { Kind } from '../packs/schema/kind.ts'
import type { Condition } from '../packs/schema/metric.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { inPoints } from './answer.ts'
import type { Answer } from './answer.ts'
import { figureText, numberText } from './format.ts'
import { dayLabel, daysLabel } from './period.ts'
import type { Question } from './question.ts'
import type { Tally } from './tally.ts'

/** Says in one Chinese sentence which records a figure stands on and how it was computed. */
export function how(catalogue: Catalogue, question: Question, answered: Answer, tally: Tally | null): string {
  if (tally === null) return answered.gap ?? ''
  const { kind, period } = question
  const ledger = `${daysLabel(period.from, period.to)}，${tally.place.name}台账“${kind.title}”`
  const ending = answered.value === null ? `；${answered.gap ?? ''}` : '。'
  if (tally.plan.part !== null) return `${ledger}，${divided(catalogue, question, answered, tally)}${ending}`
  return `${ledger}中${counted(catalogue, question, answered, tally)}${excludedText(catalogue, question, answered)}${ending}`
}

/** The sentence of a change, before those of the two figures it compares. */
export function howChanged(question: Question, answered: Answer, sides: { now: string; before: string; beforeLabel: string }): string {
  const { numerator: now, denominator: before, value } = answered
  const both = `本期：${sides.now}上年同期：${sides.before}`
  if (value === null || now === null || before === null) return `${answered.gap ?? ''}${both}`
  const [n, b] = [numberText(now), numberText(before)]
  const points = inPoints(question.metric)
  const formula = points ? `${n}－${b}` : `（${n}－${b}）÷${b}`
  const result = figureText(value, points ? '个百分点' : '%')
  return `${question.period.label}为${n}，上年同期（${sides.beforeLabel}）为${b}，${formula}＝${result}。${both}`
}

function counted(catalogue: Catalogue, question: Question, { records, value }: Answer, tally: Tally): string {
  const { metric, kind } = question
  const those = `${withConditions(baseConditions(catalogue, question))}记录`
  const total = value === null ? '—' : numberText(value)
  const field = fieldTitle(kind, metric.field)
  if (metric.form === 'latest') {
    const found = tally.newestOn === null ? '' : `，即${dayLabel(tally.newestOn)}的一条，“${field}”为${total}`
    return `${those}，取日期最近且填写了“${field}”的一条${found}`
  }
  if (metric.form === 'sum') return `${those}共${records}条，“${field}”合计${total}${absentText(question, tally)}`
  if (metric.form === 'distinct') return `${those}共${records}条，其中不同的“${field}”有${total}个`
  return `${those}共${records}条，按发生日期计数`
}

function divided(catalogue: Catalogue, question: Question, answered: Answer, tally: Tally): string {
  const { metric, kind } = question
  const base = baseConditions(catalogue, question)
  const part = partConditions(catalogue, question)
  const [numerator, denominator] = [numberText(answered.numerator ?? 0), numberText(answered.denominator ?? 0)]
  const amount = (field: string | undefined, total: string) =>
    field === undefined ? `记录${total}条` : `记录的“${fieldTitle(kind, field)}”合计${total}`
  const result = answered.value === null ? '' : `；${numerator}÷${denominator}＝${figureText(answered.value, '%')}`
  return (
    `分子：${withConditions([...base, ...part])}${amount(metric.field, numerator)}，` +
    `分母：${withConditions(base) || '全部'}${amount(metric.over ?? metric.field, denominator)}` +
    `${absentText(question, tally)}${excludedText(catalogue, question, answered)}${result}`
  )
}

function baseConditions(catalogue: Catalogue, { metric, kind, facets }: Question): string[] {
  const narrowing = metric.narrows === 'part' ? {} : asCondition(facets)
  return [...conditionTexts(catalogue, kind, metric.where), ...conditionTexts(catalogue, kind, narrowing)]
}

function partConditions(catalogue: Catalogue, { metric, kind, facets }: Question): string[] {
  const narrowing = metric.narrows === 'part' ? asCondition(facets) : {}
  return [...conditionTexts(catalogue, kind, metric.part ?? {}), ...conditionTexts(catalogue, kind, narrowing)]
}

/** 类别为“专题会议”、议题含“网络安全”的; empty when every record of the kind counts. */
function withConditions(texts: string[]): string {
  return texts.length === 0 ? '' : `${texts.join('、')}的`
}

function excludedText(catalogue: Catalogue, { metric, kind }: Question, { excluded }: Answer): string {
  const reasons = conditionTexts(catalogue, kind, metric.excluding)
  if (metric.over !== undefined) reasons.push(`未同时填写“${fieldTitle(kind, metric.field)}”和“${fieldTitle(kind, metric.over)}”`)
  return reasons.length === 0 ? '' : `，不计入：${reasons.join('或')}的记录${excluded}条`
}

/** What was done with records that leave the field empty. */
function absentText({ metric, kind }: Question, { records, filled, plan }: Tally): string {
  if (metric.field === undefined || metric.over !== undefined) return ''
  const field = fieldTitle(kind, metric.field)
  if (plan.absent !== null) return `（未填“${field}”的按${metric.absent}计）`
  return filled < records ? `（其中${records - filled}条未填“${field}”）` : ''
}

function conditionTexts(catalogue: Catalogue, kind: Kind, condition: Condition): string[] {
  return Object.entries(condition).map(([id, values]) => {
    const field = kind.fields[id]
    const vocabulary = field?.vocabulary === undefined ? undefined : catalogue.vocabularies.get(field.vocabulary)
    const titles = values.map((value) => `“${vocabulary?.values[value]?.title ?? value}”`).join('或')
    return `${field?.title ?? id}${(field?.many ?? 1) > 1 ? '含' : '为'}${titles}`
  })
}

function asCondition(facets: Record<string, string>): Condition {
  return Object.fromEntries(Object.entries(facets).map(([facet, value]) => [facet, [value]]))
}

function fieldTitle(kind: Kind, field: string | undefined): string {
  return field === undefined ? '' : (kind.fields[field]?.title ?? field)
}
