import { describe, expect, it } from 'vitest'
import type { Slot } from '../../../engine/claims/slot.ts'
import { moveYears, reportYear } from './years.ts'

function dateSlot(text: string, line = 1): Slot {
  return {
    line, column: 0, length: text.length, text, kind: 'date', form: null, measure: null, phrase: '', metric: null, facets: {},
    proposal: null, certainty: 1, filled: true, period: null, value: null,
  }
}

describe('finding the year a report speaks of', () => {
  const paragraphs = [{ line: 1, text: '' }, { line: 2, text: '2025年工作报告' }, { line: 3, text: '2024年' }, { line: 4, text: '2024年' }]

  it('trusts the title before the text', () => {
    expect(reportYear(paragraphs, [dateSlot('2025年', 2), dateSlot('2024年', 3), dateSlot('2024年', 4)])).toBe(2025)
  })

  it('takes the most frequent year without a dated title, and none when all are open', () => {
    expect(reportYear(paragraphs, [dateSlot('2024年', 3), dateSlot('2024年', 4), dateSlot('2025年', 5)])).toBe(2024)
    expect(reportYear(paragraphs, [dateSlot('20xx年', 2)])).toBeNull()
  })
})

describe('moving a year to the period', () => {
  it.each([
    ['2023年', '以来，局党组', 2023, '2026年'],
    ['2024年', '，我们将认真贯彻', 2023, '2027年'],
    ['20xx年', '，全院共开展', null, '2026年'],
    ['20xx年', '工作计划', null, '2027年'],
    ['20XX', '年，我们将继续', null, '2027'],
  ])('moves %s before “%s”', (text, after, ownYear, expected) => {
    expect(moveYears(dateSlot(text), after, ownYear, 2026)).toBe(expected)
  })

  it('leaves a date without a year to its author', () => {
    expect(moveYears(dateSlot('x月x日'), '', 2025, 2026)).toBeNull()
  })
})
