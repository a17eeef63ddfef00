import type { Metric } from '../packs/schema/metric.ts'
import type { FieldPlace } from '../records/columns.ts'
import { difference, exactly, percentage, toNumber } from './exact.ts'
import type { Exact } from './exact.ts'
import type { Question } from './question.ts'
import type { Tally } from './tally.ts'

/** The numbers of a figure, and why there is none. */
export interface Answer {
  value: number | null
  numerator: number | null
  denominator: number | null
  excluded: number
  records: number
  gap: string | null
}

/** Computes a figure from what was read; `tally` is null where the tenant has not adopted the kind. */
export function answer({ metric, kind, period }: Question, tally: Tally | null): Answer {
  if (tally === null) return nothing(`尚未启用台账“${kind.title}”，或它还没有这个指标要用的字段。`)
  const { plan, records, excluded, filled } = tally
  const counts = { numerator: null, denominator: null, excluded, records, gap: null }
  const gap = (reason: string): Answer => ({ ...counts, value: null, gap: reason })
  const field = metric.field === undefined ? '' : (kind.fields[metric.field]?.title ?? metric.field)
  if (tally.present === 0) {
    const where = tally.place.unitIds === null ? '' : tally.place.name
    return gap(`${where}台账中没有${period.label}的“${kind.title}”记录。`)
  }
  if (plan.part !== null) return proportion(tally, metric.digits)
  if (plan.form === 'count') return { ...counts, value: records }
  if (plan.form === 'distinct') return { ...counts, value: Number(tally.amount ?? 0n) }
  if (plan.form === 'latest' && tally.amount === null) return gap(`没有符合条件且填写了“${field}”的记录。`)
  if (plan.form === 'sum' && records > 0 && plan.absent === null && filled === 0) {
    return gap(`符合条件的 ${records} 条记录都没有填写“${field}”。`)
  }
  return { ...counts, value: toNumber(inMeasure(tally.amount, plan.field), metric.digits) }
}

/** A change from the same period a year earlier, in %, or in percentage points where that is the metric's measure. */
export function answerChange(question: Question, now: Answer, before: Answer, beforeLabel: string): Answer {
  const { digits } = question.metric
  const counts = { numerator: now.value, denominator: before.value, excluded: now.excluded, records: now.records }
  const gap = (reason: string): Answer => ({ ...counts, value: null, gap: reason })
  if (now.value === null) return gap(now.gap ?? '本期没有数字。')
  if (before.value === null) return gap(`没有上年同期（${beforeLabel}）的数字：${before.gap ?? ''}`)
  const [current, base] = [exactly(now.value, FINEST), exactly(before.value, FINEST)]
  if (inPoints(question.metric)) return { ...counts, value: toNumber(difference(current, base), digits), gap: null }
  if (base.units <= 0n) return gap(`上年同期（${beforeLabel}）为 ${before.value}，不能作分母。`)
  return { ...counts, value: percentage(difference(current, base), base, digits), gap: null }
}

/** Whether a change is a difference of percentages: its usual measure says so. */
export function inPoints(metric: Metric): boolean {
  return metric.measures[0] === '个百分点'
}

// Values of the compared metric have at most so many digits (the schema's limit for `digits`).
const FINEST = 4

function proportion(tally: Tally, digits: number): Answer {
  const { plan, records, excluded } = tally
  const part = inMeasure(tally.amount, plan.field)
  const whole = inMeasure(tally.whole, plan.over ?? plan.field)
  const counts = { numerator: toNumber(part), denominator: toNumber(whole), excluded, records }
  if (whole.units === 0n) return { ...counts, value: null, gap: '分母为零，没有可以计算的记录。' }
  return { ...counts, value: percentage(part, whole, digits), gap: null }
}

function inMeasure(units: bigint | null, field: FieldPlace | null): Exact {
  return { units: units ?? 0n, digits: field?.digits ?? 0 }
}

function nothing(gap: string): Answer {
  return { value: null, numerator: null, denominator: null, excluded: 0, records: 0, gap }
}
