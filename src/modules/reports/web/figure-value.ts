import { readableNumber } from '../../../web/ui/formats.ts'
import type { Figure } from './figure.ts'

/** A value with its measure, 12 次 or 97.5%; without a value a dash, never a zero. */
export function valueText({ value, measure }: Pick<Figure, 'value' | 'measure'>): string {
  if (value === null) return '—'
  if (measure === null || measure === '') return readableNumber(value)
  return measure === '%' ? `${readableNumber(value)}%` : `${readableNumber(value)} ${measure}`
}

/** Numerator over denominator, which stands beside every rate; null for a figure that is no fraction. */
export function fractionText({ numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>): string | null {
  if (denominator === null) return null
  return `${numerator === null ? '—' : readableNumber(numerator)} / ${readableNumber(denominator)}`
}
