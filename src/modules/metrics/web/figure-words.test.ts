import { describe, expect, it } from 'vitest'
import type { Numbers } from '../contract.ts'
import { changeOf, changeText, fractionText, valueText } from './figure-words.ts'

const of = (value: number | null, numerator: number | null = null, denominator: number | null = null): Numbers => ({ value, numerator, denominator, excluded: 0, records: 1 })
const count = { form: 'count', measure: '次' } as const
const rate = { form: 'rate', measure: '%' } as const
const points = (value: string) => `${value}个百分点`

describe('saying a figure', () => {
  it.each([
    [of(1234), count, '1,234次', null],
    [of(0), count, '0次', null],
    [of(null), count, '—', null],
    [of(98.44, 126, 128), rate, '98.44%', '126 / 128'],
    [of(null, 0, 0), rate, '—', '0 / 0'],
    [of(null), rate, '—', '— / —'],
  ])('%# says value and parts', (numbers, metric, value, fraction) => {
    expect(valueText(numbers, metric)).toBe(value)
    expect(fractionText(numbers, metric)).toBe(fraction)
  })
})

describe('comparing with the year before', () => {
  it.each([
    [of(12), of(8), count, '+4（+50%）'],
    [of(7), of(8), count, '−1（−12.5%）'],
    [of(8), of(8), count, '0（0%）'],
    [of(3), of(0), count, '+3'],
    [of(3), of(null), count, '—'],
    [of(3), null, count, '—'],
    [of(98.5), of(97.2), rate, '+1.3个百分点'],
  ])('%# says %o against %o', (now, before, metric, said) => {
    expect(changeText(changeOf(now, before, metric), metric, points)).toBe(said)
  })
})
