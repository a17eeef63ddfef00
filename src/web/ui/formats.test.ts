import { describe, expect, it } from 'vitest'
import { readableDate, readableMoment, readableNumber, readablePeriod, readableSize, shortHash } from './formats.ts'

describe('readableDate', () => {
  it.each([
    ['2026-03-05', '2026年3月5日', '5 March 2026'],
    ['2026-12-31', '2026年12月31日', '31 December 2026'],
    ['未定', '未定', '未定'],
  ])('says %s in both languages', (date, zh, en) => {
    expect([readableDate(date, 'zh'), readableDate(date, 'en')]).toEqual([zh, en])
  })
})

describe('readableMoment', () => {
  it('shows date and minute on the reader’s own clock', () => {
    const moment = new Date(2026, 2, 5, 9, 7).toISOString()
    expect(readableMoment(moment, 'zh')).toBe('2026年3月5日 09:07')
    expect(readableMoment(moment, 'en')).toBe('5 March 2026 09:07')
  })

  it('leaves what is no moment as it is', () => {
    expect(readableMoment('昨天', 'zh')).toBe('昨天')
  })
})

describe('readablePeriod', () => {
  it.each([
    ['2026', '2026年', '2026'],
    ['2026H1', '2026年上半年', 'first half of 2026'],
    ['2026H2', '2026年下半年', 'second half of 2026'],
    ['2026Q3', '2026年第三季度', 'Q3 2026'],
    ['2026-05', '2026年5月', 'May 2026'],
    ['2026-03-01..2026-05-31', '2026年3月1日至2026年5月31日', '1 March 2026 to 31 May 2026'],
    ['任期内', '任期内', '任期内'],
  ])('says %s in both languages', (period, zh, en) => {
    expect([readablePeriod(period, 'zh'), readablePeriod(period, 'en')]).toEqual([zh, en])
  })
})

describe('readableNumber', () => {
  it('groups thousands and keeps the decimals that there are', () => {
    expect([0, 1234567, 97.5, -3.25].map(readableNumber)).toEqual(['0', '1,234,567', '97.5', '-3.25'])
  })
})

describe('shortHash', () => {
  it('keeps twelve characters', () => {
    expect(shortHash('0123456789abcdef')).toBe('0123456789ab')
  })
})

describe('readableSize', () => {
  it.each([[0, '0 B'], [999, '999 B'], [320_400, '320 kB'], [1_400_000, '1.4 MB'], [20_000_000, '20 MB']])('says %s bytes', (bytes, expected) => {
    expect(readableSize(bytes)).toBe(expected)
  })
})
