import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePeriod, previousYear } from './period.ts'

describe('parsePeriod', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31', '2026年'],
    ['2026H1', '2026-01-01', '2026-06-30', '2026年上半年'],
    ['2026H2', '2026-07-01', '2026-12-31', '2026年下半年'],
    ['2026Q1', '2026-01-01', '2026-03-31', '2026年第一季度'],
    ['2026Q3', '2026-07-01', '2026-09-30', '2026年第三季度'],
    ['2026-05', '2026-05-01', '2026-05-31', '2026年5月'],
    ['2028-02', '2028-02-01', '2028-02-29', '2028年2月'],
    ['2026-03-01..2026-05-31', '2026-03-01', '2026-05-31', '2026年3月1日至5月31日'],
    ['2025-12-01..2026-02-28', '2025-12-01', '2026-02-28', '2025年12月1日至2026年2月28日'],
    ['2026-03-05..2026-03-05', '2026-03-05', '2026-03-05', '2026年3月5日'],
  ])('reads %s', (text, from, to, label) => {
    expect(parsePeriod(text)).toEqual({ from, to, label })
  })

  it.each(['', '26', '2026年', '2026H3', '2026Q5', '2026-13', '2026-00', '2026-02-30..2026-03-01', '2026-05-31..2026-03-01', '0000', 'x'.repeat(9999)])(
    'refuses %s and says how to write it',
    (text) => {
      expect(() => parsePeriod(text)).toThrow(/2026H1.*2026Q3.*2026-05.*2026-03-01\.\.2026-05-31/)
    },
  )
})

describe('previousYear', () => {
  it.each([
    ['2026', '2025-01-01', '2025-12-31', '2025年'],
    ['2026H1', '2025-01-01', '2025-06-30', '2025年上半年'],
    ['2026Q4', '2025-10-01', '2025-12-31', '2025年第四季度'],
    ['2028-02', '2027-02-01', '2027-02-28', '2027年2月'],
    ['2029-02', '2028-02-01', '2028-02-29', '2028年2月'],
    ['2029-01-01..2029-02-28', '2028-01-01', '2028-02-29', '2028年1月1日至2月29日'],
    ['2028-02-29..2028-03-31', '2027-02-28', '2027-03-31', '2027年2月28日至3月31日'],
    ['2026-03-05..2026-03-05', '2025-03-05', '2025-03-05', '2025年3月5日'],
    ['2025-12-01..2026-02-28', '2024-12-01', '2025-02-28', '2024年12月1日至2025年2月28日'],
  ])('of %s', (text, from, to, label) => {
    expect(previousYear(parsePeriod(text))).toEqual({ from, to, label })
  })

  it('always is a period that ends before or on the day the other ends, a year less', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true }), fc.nat(800), (start, length) => {
        const day = (offset: number) => new Date(start.getTime() + offset * 86_400_000).toISOString().slice(0, 10)
        const period = parsePeriod(`${day(0)}..${day(length)}`)
        const before = previousYear(period)
        expect(parsePeriod(`${before.from}..${before.to}`)).toEqual(before)
        expect(Number(before.to.slice(0, 4))).toBe(Number(period.to.slice(0, 4)) - 1)
      }),
    )
  })
})
