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
  return compareFigure(standing(text, stated, rest), '', { value: found, measure: '次', digits: 0, how: '按发生日期计数。', gap: null }).verdict
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
    ['三万五千', 35_000, 35_001, 'contradicted'],
    ['300余万', 3_000_000, 3_400_000, 'evidenced'],
    ['13万余', 130_000, 139_000, 'evidenced'],
    ['13万余', 130_000, 145_000, 'contradicted'],
    ['不超过50', 50, 45, 'evidenced'],
    ['不超过50', 50, 55, 'contradicted'],
    ['突破1000', 1000, 1034, 'evidenced'],
    ['3—5', 5, 4, 'evidenced'],
    ['3—5', 5, 6, 'contradicted'],
    ['1.2—1.5万', 15_000, 13_460, 'evidenced'],
  ])('reads %s (%d) beside %d as %s', (text, stated, found, expected) => {
    expect(verdict(text, stated, found)).toBe(expected)
  })

  it('compares decimals as far as they are written', () => {
    const rate = { measure: '%', form: 'rate' as const }
    expect(verdict('98.5', 98.5, 98.46, rate)).toBe('evidenced')
    expect(verdict('98.5', 98.5, 98.6, rate)).toBe('contradicted')
  })

  it.each([
    ['98', 98, 98.46, 'evidenced'],
    ['98', 98, 98.6, 'contradicted'],
    ['八成', 80, 84, 'evidenced'],
    ['八成', 80, 71, 'contradicted'],
    ['八成以上', 80, 88, 'evidenced'],
  ])('reads a share of %s (%d) beside %d as %s', (text, stated, found, expected) => {
    const share = standing(text, stated, { measure: '%', form: 'share' })
    expect(compareFigure(share, '', { value: found, measure: '%', digits: 1, how: '', gap: null }).verdict).toBe(expected)
  })

  it.each([
    ['同比上升5%', 5, 'evidenced', '上升5%'],
    ['同比上升5%', -5, 'contradicted', '下降5%'],
    ['同比下降了5%', -5, 'evidenced', '下降5%'],
    ['降幅为5%', -5, 'evidenced', '降幅5%'],
  ])('holds the direction of “%s” against a change of %d', (paragraph, found, expected, said) => {
    const change = standing('5', 5, { measure: '%', form: 'change', column: paragraph.indexOf('5') })
    expect(compareFigure(change, paragraph, { value: found, measure: '%', digits: 1, how: '', gap: null })).toMatchObject({ verdict: expected, expected: said })
  })

  it('has no verdict where nothing is known', () => {
    expect(verdict('12', 12, null)).toBe('unsupported')
  })
})
