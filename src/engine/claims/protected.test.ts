import { describe, expect, it } from 'vitest'
import { protectedSpans } from './protected.ts'

describe('protecting numerals that count nothing', () => {
  it.each([
    ['依据条例第二十二条执行', '第二十二条'],
    ['云政办发〔2025〕12号', '〔2025〕12号'],
    ['增强四个意识', '四个意识'],
    ['落实三审三校', '三审三校'],
    ['电话0000-5550110', '0000-5550110'],
    ['学习第一议题', '第一议题'],
  ])('covers in %s: %s', (text, covered) => {
    const at = text.indexOf(covered)
    expect(protectedSpans(text).some(({ start, end }) => start <= at && at + covered.length <= end)).toBe(true)
  })

  it.each(['召开会议12次', '整改问题二十一个', '投入资金110万元'])('leaves %s alone', (text) => {
    expect(protectedSpans(text)).toEqual([])
  })
})
