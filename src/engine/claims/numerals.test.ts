import { describe, expect, it } from 'vitest'
import { chineseValue, figureValue } from './numerals.ts'

describe('reading a Chinese numeral', () => {
  it.each([
    ['三', 3], ['十', 10], ['十二', 12], ['二十', 20], ['两百', 200], ['一千二百', 1200], ['一千零五', 1005], ['三万五千', 35_000],
    ['二〇二五', 2025], ['八十五点三', 85.3], ['一亿二千万', 120_000_000],
  ])('reads %s as %d', (text, value) => {
    expect(chineseValue(text)).toBe(value)
  })

  it('reads nothing else', () => {
    expect(chineseValue('三次')).toBeNull()
    expect(chineseValue('')).toBeNull()
  })
})

describe('reading a standing figure', () => {
  it.each([
    ['38', 38], ['1,268', 1268], ['6 400', 6400], ['98.5', 98.5], ['近200', 200], ['350余', 350], ['超过20', 20], ['1.3万', 13_000],
    ['2.4亿', 240_000_000], ['百分之八十', 80], ['3—5', 5], ['三', 3], ['95%以上', 95], ['300余万', 3_000_000],
  ])('reads %s as %d', (text, value) => {
    expect(figureValue(text)).toBe(value)
  })

  it('has no value for a missing one', () => {
    expect(figureValue('xx')).toBeNull()
  })
})
