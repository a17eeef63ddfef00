import { describe, expect, it } from 'vitest'
import type { Slot } from '../../../engine/claims/slot.ts'
import { compareFigure } from './compare.ts'

function standing(text: string, value: number, rest: Partial<Slot> = {}): Slot {
  return {
    line: 1, column: 0, length: text.length, text, kind: 'figure', form: 'count', measure: '次', phrase: '', metric: 'm', facets: {},
    proposal: null, certainty: 1, filled: true, period: null, value, ...rest,
  }
}

function verdict(text: string, stated: number, found: number | null, rest: Partial<Slot> = {}) {
  return compareFigure(standing(text, stated, rest), { value: found, measure: '次', digits: 0, how: '按发生日期计数。', gap: null }).verdict
}

describe('holding a standing figure against the records', () => {
  it.each([
    ['12', 12, 12, 'evidenced'],
    ['12', 12, 13, 'contradicted'],
    ['350余', 350, 357, 'evidenced'],
    ['350余', 350, 361, 'contradicted'],
    ['300余', 300, 357, 'evidenced'],
    ['近400', 400, 372, 'evidenced'],
    ['近400', 400, 300, 'contradicted'],
    ['超过20', 20, 26, 'evidenced'],
    ['超过20', 20, 19, 'contradicted'],
    ['1.3万', 13_000, 13_460, 'evidenced'],
    ['1.3万', 13_000, 13_560, 'contradicted'],
  ])('reads %s (%d) beside %d as %s', (text, stated, found, expected) => {
    expect(verdict(text, stated, found)).toBe(expected)
  })

  it('compares decimals as far as they are written', () => {
    const rate = { measure: '%', form: 'rate' as const }
    expect(verdict('98.5', 98.5, 98.46, rate)).toBe('evidenced')
    expect(verdict('98.5', 98.5, 98.6, rate)).toBe('contradicted')
  })

  it('has no verdict where nothing is known', () => {
    expect(verdict('12', 12, null)).toBe('unsupported')
  })
})
