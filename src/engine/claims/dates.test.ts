import { describe, expect, it } from 'vitest'
import { datesIn } from './dates.ts'

describe('finding dates', () => {
  it.each([
    ['2025年以来', ['2025年', 2025]],
    ['二〇二五年工作', ['二〇二五年', 2025]],
    ['20xx年工作', ['20xx年', null]],
    ['截至2025年11月30日', ['2025年11月30日', 2025]],
    ['铜湾市统计局关于____年前三季度工作', ['____年', null]],
    ['（    年上半年）', ['    年', null]],
    ['1—11月登记', ['1—11月', null]],
  ])('in %s', (text, [found, year]) => {
    expect(datesIn(text).map((date) => [date.text, date.year])).toEqual([[found, year]])
  })

  it('takes no duration for a date', () => {
    expect(datesIn('用时x个月')).toEqual([])
  })
})
