import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDate, yearIn } from './dates.ts'

const reading = { year: 2026, since1904: false, monthly: false }

describe('parseDate', () => {
  it.each([
    '2026年3月5日', '2026.3.5', '2026/3/5', '2026-3-5', '2026-03-05', '２０２６年３月５日', '2026年03月05日', '2026年 3月 5日', '2026—3—5', '2026\\3\\5',
    '20260305', '3月5日', '3.5', '3/5', '3-5', '03-05', '3月5号', '26年3月5日', '26.3.5',
    '2026年3月5日上午', '2026年3月5日（星期四）', '2026年3月5日星期四', '2026年3月5日下午15:00', '2026-03-05 14:30', '2026-03-05T00:00:00.000Z', '2026/3/5 9:00:00', '2026年3月5日9时30分',
    '3月5日至7日', '3月5日-4月2日', '2026.3.5-3.7', '2026年3月5日—7日', '2026年3月5日~3月7日', '3月5日、8日', '二〇二六年三月五日', '三月五日', '2026年3月5日起',
  ])('reads %s', (text) => {
    expect(parseDate(text, reading)).toEqual({ value: '2026-03-05' })
  })

  it.each([['十二月二十五日', '2026-12-25'], ['十月十日', '2026-10-10'], ['二月二十日', '2026-02-20'], ['3.10', '2026-03-10']])('reads %s', (text, date) => {
    expect(parseDate(text, reading)).toEqual({ value: date })
  })

  it.each([
    [46086, false, '2026-03-05'], [46086.75, false, '2026-03-05'], [44624, true, '2026-03-05'], [20260305, false, '2026-03-05'], [3.5, false, '2026-03-05'], [12.25, false, '2026-12-25'],
  ])('reads the number %d, counted from 1904: %s', (serial, since1904, date) => {
    expect(parseDate(serial, { ...reading, since1904 })).toEqual({ value: date })
  })

  it.each(['2026年2月30日', '2026-13-01', '每周一', '待定', '2026年3月', '3/5/2026', '45', '', '2026年3月5日共召开会议', '1899-12-30'])('refuses %s', (text) => {
    expect(parseDate(text, reading)).toHaveProperty('error')
  })

  it('refuses 3.1, which Excel also makes of 3.10', () => {
    expect(parseDate(3.1, reading)).toEqual({ error: expect.stringContaining('分不清') })
  })

  it('asks for the year where nothing tells it', () => {
    expect(parseDate('3月5日', { ...reading, year: null })).toEqual({ error: expect.stringContaining('没有年份') })
  })

  it.each([['2026年2月', '2026-02-28'], ['2024-02', '2024-02-29'], ['3月份', '2026-03-31'], ['12月底', '2026-12-31']])('takes the last day of %s in a column of months', (text, date) => {
    expect(parseDate(text, { ...reading, monthly: true })).toEqual({ value: date })
  })

  it('reads every day in every spelling alike', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10)
        const [year, month, date] = iso.split('-').map(Number)
        const serial = Math.floor(day.getTime() / 86_400_000) + 25_569
        for (const spelling of [iso, iso.replaceAll('-', ''), `${year}年${month}月${date}日`, `${year}.${month}.${date}`, `${year}/${month}/${date}`, serial]) {
          expect(parseDate(spelling, { ...reading, year: null })).toEqual({ value: iso })
        }
      }),
    )
  })
})

describe('yearIn', () => {
  it.each([['2026年度会议台账', 2026], ['会议台账(2026)', 2026], ['会议台账', null], ['2025-2026年台账', null], ['电话12026123', null]])('finds in %s %s', (text, year) => {
    expect(yearIn(text)).toBe(year)
  })
})
