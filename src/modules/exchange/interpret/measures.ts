import { normal } from './normal.ts'

const scales: Record<string, number> = { '': 1, 十: 10, 百: 100, 千: 1_000, 万: 10_000, 百万: 1_000_000, 千万: 10_000_000, 亿: 100_000_000 }

interface Measure {
  scale: number
  base: string
}

/** 万元 → 10000 元. */
export function measureOf(text: string): Measure {
  const [, scale = '', base = ''] = /^(百万|千万|[十百千万亿]?)(.*)$/.exec(normal(text)) ?? []
  return base === '' ? { scale: 1, base: normal(text) } : { scale: scales[scale] ?? 1, base }
}

/**
 * What a number in measure `from` is multiplied by to be in measure `to`; null when they do not measure the same.
 * 1 where either is not told.
 */
export function scaleBetween(from: string, to: string | undefined): number | null {
  if (from === '' || to === undefined || to === '') return 1
  const [a, b] = [measureOf(from), measureOf(to)]
  return a.base === b.base ? a.scale / b.scale : null
}

/** The measure that a heading names: 金额（万元） → 万元, 参加人数/人 → 人; '' where none. */
export function measureInHeading(heading: string): string {
  const text = normal(heading)
  return /[([【](?:单位[:：]?)?([^)\]】]{1,5})[)\]】]$/.exec(text)?.[1] ?? /\/([^/]{1,3})$/.exec(text)?.[1] ?? ''
}
