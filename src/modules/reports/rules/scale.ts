/** Converts between a measure and its 万- or 亿-fold, and between 成 and %; anything else stays as it is. */
export function scale(value: number, from: string, to: string): number {
  if (from === '%' && to === '成') return value / 10
  if (from === '%' && to === '‰') return value * 10
  return (value * foldOf(from)) / foldOf(to)
}

export function foldOf(measure: string): number {
  if (measure.startsWith('万')) return 10_000
  if (measure.startsWith('亿')) return 100_000_000
  return 1
}

/** Decimal text without trailing zeros, rounded half up at `digits`. */
export function plain(value: number, digits: number): string {
  const fold = 10 ** digits
  const half = Math.round((Math.abs(value) + Number.EPSILON * Math.abs(value)) * fold) / fold
  const sign = value < 0 && half !== 0 ? '-' : ''
  return sign + half.toFixed(digits).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
}
