import { readableNumber } from '../../../../web/ui/formats.ts'
import type { Figure } from './types.ts'

export type Comparison =
  | { way: 'same' }
  | { way: 'points'; difference: string }
  | { way: 'more' | 'less'; difference: string; percent: string }

/** How a figure stands to the same one a year earlier; percentages differ by points, never by percent. Null without both. */
export function comparisonOf({ value, measure, before }: Pick<Figure, 'value' | 'measure' | 'before'>): Comparison | null {
  if (value === null || before === null || before.value === null) return null
  const difference = Number((value - before.value).toFixed(4))
  if (difference === 0) return { way: 'same' }
  if (measure === '%' || measure === '‰') return { way: 'points', difference: `${difference > 0 ? '+' : ''}${readableNumber(difference)}` }
  const percent = before.value === 0 ? '—' : `${Math.abs((difference / before.value) * 100).toFixed(1)}%`
  return { way: difference > 0 ? 'more' : 'less', difference: `${readableNumber(Math.abs(difference))} ${measure}`, percent }
}
