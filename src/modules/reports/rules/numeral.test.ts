import { describe, expect, it } from 'vitest'
import { chineseNumeral } from './numeral.ts'

describe('writing a number in Chinese numerals', () => {
  it.each([
    [0, '零'],
    [3, '三'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1005, '一千零五'],
    [10_000, '一万'],
    [12_345, '一万二千三百四十五'],
    [100_020, '十万零二十'],
    [85.3, '八十五点三'],
  ])('writes %d as %s', (value, expected) => {
    expect(chineseNumeral(value)).toBe(expected)
  })

  it('says 两 before a measure word', () => {
    expect(chineseNumeral(2, { counting: true })).toBe('两')
    expect(chineseNumeral(12, { counting: true })).toBe('十二')
  })
})
