import { describe, expect, it } from 'vitest'
import { fractionText, valueText } from './figure-value.ts'

describe('valueText', () => {
  it.each([
    [12, '次', '12 次'],
    [97.5, '%', '97.5%'],
    [12345, '件', '12,345 件'],
    [3, null, '3'],
    [0, '次', '0 次'],
    [null, '%', '—'],
  ])('writes %s %s', (value, measure, expected) => {
    expect(valueText({ value, measure })).toBe(expected)
  })
})

describe('fractionText', () => {
  it.each([
    [39, 40, '39 / 40'],
    [0, 0, '0 / 0'],
    [null, 0, '— / 0'],
    [12, null, null],
  ])('writes %s over %s', (numerator, denominator, expected) => {
    expect(fractionText({ numerator, denominator })).toBe(expected)
  })
})
