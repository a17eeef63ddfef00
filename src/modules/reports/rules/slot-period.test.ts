import { describe, expect, it } from 'vitest'
import type { Slot } from '../../../engine/claims/slot.ts'
import { dateWords, earlier, slotPeriod, yearsAway } from './slot-period.ts'

function slotOf(paragraph: string, text: string, kind: 'date' | 'figure'): Slot {
  return {
    line: 1, column: paragraph.indexOf(text), length: text.length, text, kind, form: null, measure: null, phrase: '', metric: null, facets: {},
    proposal: null, certainty: 1, filled: true, period: null, value: null,
  }
}

describe('reading the period of a sentence', () => {
  it.each([
    [null, '2026'],
    ['上半年', '2026H1'],
    ['第三季度', '2026Q3'],
    ['前三季度', '2026-01-01..2026-09-30'],
    ['前两个季度', '2026-01-01..2026-06-30'],
    ['一至三季度', '2026-01-01..2026-09-30'],
    ['第二、三季度', '2026-04-01..2026-09-30'],
    ['1—9月', '2026-01-01..2026-09-30'],
    ['1月至9月', '2026-01-01..2026-09-30'],
    ['3月份', '2026-03'],
    ['去年', '2025'],
    ['去年上半年', '2025H1'],
    ['截至目前', '2026'],
    ['每季度', null],
    ['13月', null],
    ['11—15月', null],
  ])('reads %s', (words, expected) => {
    expect(slotPeriod(words, '2026')).toBe(expected)
  })

  it.each([
    ['2026H1', '2025H1'],
    ['2026Q3', '2025Q3'],
    ['2026-05', '2025-05'],
    ['2024-02-01..2024-02-29', '2023-02-01..2023-02-28'],
  ])('takes 去年同期 of %s as the same days', (period, expected) => {
    expect(slotPeriod('去年同期', period)).toBe(expected)
  })
})

describe('telling which months a figure’s own clause names', () => {
  it.each([
    ['2025年3月召开会议x次', '2025年3月', '3月'],
    ['1月至9月召开会议x次', '1月至9月', '1月至9月'],
    ['3月5日召开会议x次', '3月5日', '3月5日'],
    ['3月印发方案，全年召开会议x次', '3月', null],
    ['截至10月31日召开会议x次', '10月31日', null],
    ['3月以来召开会议x次', '3月', null],
    ['1月1日至12月31日召开会议x次', '1月1日至12月31日', null],
    ['2025年召开会议x次', '2025年', null],
  ])('reads “%s”', (paragraph, date, expected) => {
    expect(dateWords(slotOf(paragraph, 'x', 'figure'), { slots: [slotOf(paragraph, date, 'date')], paragraph })).toBe(expected)
  })

  it('computes no figure of a single day', () => {
    expect(slotPeriod('3月5日', '2026')).toBeNull()
  })
})

describe('telling which year a figure speaks of', () => {
  it.each([
    ['2025年召开会议x次', ['2025年'], 0],
    ['2024年召开会议12次，2025年召开x次', ['2024年', '2025年'], 0],
    ['2024年召开会议x次，2025年召开15次', ['2024年', '2025年'], -1],
    ['与2024年相比，增加x次', ['2024年'], 0],
    ['自2024年以来，召开会议x次', ['2024年'], 0],
    ['2023—2025年召开会议x次', ['2023—2025年'], 0],
    ['2024年召开会议12次。全年开展学习x次', ['2024年'], 0],
    ['2026年计划召开会议x次', ['2026年'], 1],
    ['20××年计划召开会议x次', ['20××年'], 1],
    ['20××年召开会议x次', ['20××年'], 0],
  ])('reads “%s”', (paragraph, dates, expected) => {
    const slots = dates.map((date) => slotOf(paragraph, date, 'date'))
    expect(yearsAway(slotOf(paragraph, 'x', 'figure'), { slots, paragraph, ownYear: 2025 })).toBe(expected)
  })

  it('goes back year by year', () => {
    expect(earlier('2026H1', 2)).toBe('2024H1')
  })
})
