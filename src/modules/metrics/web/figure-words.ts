import { readableNumber } from '../../../web/ui/formats.ts'
import type { MetricView, Numbers } from '../contract.ts'

type Metric = Pick<MetricView, 'form' | 'measure'>

/** 12次, 66.67%; — where nothing can be computed. */
export function valueText(numbers: Numbers | null, { measure }: Metric): string {
  return numbers === null || numbers.value === null ? '—' : `${readableNumber(numbers.value)}${measure}`
}

/** What a share or rate was divided from, 126 / 128; null for other forms. */
export function fractionText(numbers: Numbers | null, metric: Metric): string | null {
  if (!divides(metric) || numbers === null) return null
  const [part, whole] = [numbers.numerator, numbers.denominator]
  return part === null || whole === null ? '— / —' : `${readableNumber(part)} / ${readableNumber(whole)}`
}

export function divides({ form }: Metric): boolean {
  return form === 'share' || form === 'rate'
}

/** How a value stands to the one of the year before. */
export interface Change {
  difference: number
  /** In percent of the year before, to one digit; null where that is not positive, and for percentages. */
  percent: number | null
}

/** Null where one of the two is missing. A percentage changes by points. */
export function changeOf(now: Numbers | null, before: Numbers | null, metric: Metric): Change | null {
  if (now === null || before === null || now.value === null || before.value === null) return null
  const difference = rounded(now.value - before.value, 4)
  const inPoints = metric.measure === '%' || metric.measure === '‰'
  return { difference, percent: inPoints || before.value <= 0 ? null : rounded((100 * difference) / before.value, 1) }
}

/** +12（+9.2%）; for a percentage +1.5 points, through `points`. */
export function changeText(change: Change | null, metric: Metric, points: (value: string) => string): string {
  if (change === null) return '—'
  const { difference, percent } = change
  if (metric.measure === '%' || metric.measure === '‰') return points(signed(difference))
  return percent === null ? signed(difference) : `${signed(difference)}（${signed(percent)}%）`
}

function signed(value: number): string {
  if (value === 0) return '0'
  return value > 0 ? `+${readableNumber(value)}` : `−${readableNumber(-value)}`
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}
