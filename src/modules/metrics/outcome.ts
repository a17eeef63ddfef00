import { difference, exactly, percentage, toNumber } from './exact.ts'
import type { Exact } from './exact.ts'
import type { Tally } from './measure.ts'
import type { Metric } from '../packs/schema/metric.ts'

/** What a tally comes to: the number before rounding, and the parts of a proportion. */
export interface Outcome {
  exact: Exact | null
  value: number | null
  numerator: Exact | null
  denominator: Exact | null
  gap: string | null
}

/** The value of a metric that is no change. */
export function outcomeOf(tally: Tally): Outcome {
  const { question: { metric, kind }, plan, amount, whole } = tally
  const gap = gapOf(tally)
  const fieldDigits = metric.form === 'distinct' ? 0 : (plan?.field?.digits ?? 0)
  if (metric.form === 'share' || metric.form === 'rate') {
    const numerator = { units: amount ?? 0n, digits: fieldDigits }
    const denominator = { units: whole ?? 0n, digits: plan?.over?.digits ?? fieldDigits }
    if (gap !== null) return { ...NO_VALUE, gap }
    if (denominator.units === 0n) return { ...NO_VALUE, numerator, denominator, gap: `分母为0，本期没有可以比较的“${kind.title}”记录` }
    const value = percentage(numerator, denominator, metric.digits)
    return { exact: exactly(value, metric.digits), value, numerator, denominator, gap }
  }
  if (gap !== null) return { ...NO_VALUE, gap }
  const exact = { units: amount ?? 0n, digits: fieldDigits }
  return { ...NO_VALUE, exact, value: toNumber(exact, metric.digits) }
}

/**
 * The change from `before` to `now` in % of `before`; between two percentages the difference, in percentage points.
 */
export function changeOf(metric: Metric, base: Metric, now: Outcome, before: Outcome): Outcome {
  const both = { numerator: now.exact, denominator: before.exact }
  if (now.exact === null) return { ...NO_VALUE, ...both, gap: now.gap }
  if (before.exact === null) return { ...NO_VALUE, ...both, gap: `上年同期无法比较：${before.gap ?? ''}` }
  const by = difference(now.exact, before.exact)
  if (base.form === 'share' || base.form === 'rate') return { exact: by, value: toNumber(by, metric.digits), ...both, gap: null }
  if (before.exact.units === 0n) return { ...NO_VALUE, ...both, gap: '上年同期为0，无法计算增减幅度' }
  const size = before.exact.units < 0n ? -before.exact.units : before.exact.units
  const value = percentage(by, { units: size, digits: before.exact.digits }, metric.digits)
  return { exact: exactly(value, metric.digits), value, ...both, gap: null }
}

const NO_VALUE: Outcome = { exact: null, value: null, numerator: null, denominator: null, gap: null }

function gapOf({ question: { metric, kind }, units, present, records, filled, amount }: Tally): string | null {
  if (present === 0) return `本期台账中没有${units === null ? '' : `${units.name}的`}“${kind.title}”类记录`
  const title = kind.fields[metric.field ?? '']?.title ?? ''
  if (filled === 0 && records > 0) return `本期符合条件的${records}条“${kind.title}”记录都没有填写“${title}”`
  if (metric.form === 'latest' && amount === null) return `本期没有符合条件的“${kind.title}”记录`
  return null
}
