import { describe, expect, it } from 'vitest'
import { shippedCalendar } from '../../../test/helpers/calendars.ts'
import { calendarOf } from './calendar.ts'
import { daysChanged, movedBy } from './moved-by.ts'
import { occurrences, type Owed } from './occurrences.ts'
import type { Cadence, RegularPeriod } from './terms.ts'

const calendar = shippedCalendar()
const every = (period: RegularPeriod, times = 1, more: Partial<Extract<Cadence, { type: 'every' }>> = {}): Cadence => ({
  type: 'every', period, times, workdaysOnly: false, due: { anchor: 'end', shift: 0, measure: 'days', onRestDay: 'keep' }, ...more,
})
const listed = (cadence: Cadence, from: string, to: string, owed?: Owed) =>
  occurrences(cadence, { from, to }, calendar, owed).map((one) => `${one.key} ${one.from}..${one.to} x${one.times} ${one.due.due}`)

const timesSince = (times: number, since: string) =>
  occurrences(every('year', times), { from: '2026-01-01', to: '2026-12-31' }, calendar, { since, until: null })[0]?.times

describe('the occurrences of a cadence', () => {
  it('are the periods that overlap the span', () => {
    expect(listed(every('quarter'), '2026-03-31', '2026-07-01')).toEqual([
      '2026Q1 2026-01-01..2026-03-31 x1 2026-03-31', '2026Q2 2026-04-01..2026-06-30 x1 2026-06-30', '2026Q3 2026-07-01..2026-09-30 x1 2026-09-30',
    ])
    expect(listed(every('half-year', 2), '2026-12-31', '2027-01-01')).toEqual(['2026H2 2026-07-01..2026-12-31 x2 2026-12-31', '2027H1 2027-01-01..2027-06-30 x2 2027-06-30'])
    expect(listed(every('year', 4), '2026-05-01', '2026-05-01')).toEqual(['2026 2026-01-01..2026-12-31 x4 2026-12-31'])
    expect(listed(every('month'), '2024-02-10', '2024-02-20')).toEqual(['2024-02 2024-02-01..2024-02-29 x1 2024-02-29'])
  })

  it('take weeks and fortnights by ISO 8601, the last fortnight of a year of 53 weeks having three', () => {
    expect(listed(every('week'), '2026-12-31', '2027-01-04')).toEqual(['2026W53 2026-12-28..2027-01-03 x1 2027-01-03', '2027W01 2027-01-04..2027-01-10 x1 2027-01-10'])
    expect(listed(every('fortnight'), '2026-12-31', '2027-01-04')).toEqual(['2026F26 2026-12-14..2027-01-03 x1 2027-01-03', '2027F01 2027-01-04..2027-01-17 x1 2027-01-17'])
    expect(listed(every('fortnight'), '2025-12-28', '2025-12-29')).toEqual(['2025F26 2025-12-15..2025-12-28 x1 2025-12-28', '2026F01 2025-12-29..2026-01-11 x1 2026-01-11'])
  })

  it('of a daily duty on workdays leave out rest days and keep make-up days', () => {
    expect(listed(every('day', 1, { workdaysOnly: true }), '2026-02-13', '2026-02-24').map((line) => line.slice(0, 10))).toEqual(['2026-02-13', '2026-02-14', '2026-02-24'])
    expect(occurrences(every('day'), { from: '2024-02-28', to: '2024-03-01' }, calendar).map(({ key }) => key)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
  })

  it('of a once are its day, and of an event or a standing duty none', () => {
    const once: Cadence = { type: 'once', due: '2026-03-31' }
    expect(listed(once, '2026-01-01', '2026-12-31')).toEqual(['2026-03-31 2026-03-31..2026-03-31 x1 2026-03-31'])
    expect(listed(once, '2026-04-01', '2026-12-31')).toEqual([])
    expect(listed(once, '2026-01-01', '2026-12-31', { since: '2026-04-01', until: null })).toEqual([])
    expect(listed({ type: 'standing' }, '2026-01-01', '2026-12-31')).toEqual([])
  })
})

describe('a period owed only in part', () => {
  it('is scaled by the days left, at least 1, when begun late', () => {
    expect(timesSince(4, '2025-06-01')).toBe(4)
    expect(timesSince(4, '2026-01-01')).toBe(4)
    expect(timesSince(4, '2026-07-01')).toBe(2) // 184 of 365 days: 2.02
    expect(timesSince(4, '2026-10-01')).toBe(1) // 92 of 365: 1.01
    expect(timesSince(12, '2026-03-01')).toBe(10) // 306 of 365: 10.06
    expect(timesSince(1, '2026-12-31')).toBe(1)
    expect(timesSince(4, '2027-01-01')).toBeUndefined()
  })

  it('is scaled and rounded down when cut short, and what comes to nothing is not owed', () => {
    expect(listed(every('quarter'), '2026-01-01', '2026-12-31', { since: '2020-01-01', until: '2026-08-15' })).toEqual([
      '2026Q1 2026-01-01..2026-03-31 x1 2026-03-31', '2026Q2 2026-04-01..2026-06-30 x1 2026-06-30',
    ])
    expect(listed(every('year', 4), '2026-01-01', '2026-12-31', { since: '2020-01-01', until: '2026-08-15' })).toEqual(['2026 2026-01-01..2026-08-15 x2 2026-08-15'])
    expect(listed(every('year'), '2026-01-01', '2026-12-31', { since: '2020-01-01', until: '2026-12-31' })).toHaveLength(1)
  })

  it('is due by the part that is owed', () => {
    const start = every('year', 1, { due: { anchor: 'start', shift: 30, measure: 'days', onRestDay: 'keep' } })
    expect(listed(start, '2026-01-01', '2026-12-31', { since: '2026-06-10', until: null })).toEqual(['2026 2026-06-10..2026-12-31 x1 2026-07-10'])
  })
})

describe('the dates that a new notice moves', () => {
  const notice = [{ year: 2027, edition: '放假通知', announced: true, days: [
    { from: '2027-01-01', to: '2027-01-03', status: 'rest' as const, name: '元旦' },
    { from: '2027-01-04', to: '2027-01-04', status: 'rest' as const, name: '元旦' },
    { from: '2027-01-09', to: '2027-01-09', status: 'work' as const, name: '元旦调休上班' },
  ] }]
  const [before, after] = [calendarOf([]), calendarOf(notice)]
  const span = { from: '2026-10-01', to: '2027-01-31' }

  it('are named with both workings, and no others', () => {
    const monthly = every('month', 1, { due: { anchor: 'end', shift: 3, measure: 'working-days', onRestDay: 'keep' } })
    const moves = movedBy(before, after, (asked) => occurrences(monthly, span, asked))
    expect(moves.map(({ key, was, becomes }) => [key, was?.due, becomes?.due])).toEqual([['2026-12', '2027-01-06', '2027-01-07']])
    expect(moves[0]?.was?.unannounced).toEqual([2027])
    expect(moves[0]?.becomes?.unannounced).toEqual([])
  })

  it('include those that exist under one of the calendars only', () => {
    const daily = every('day', 1, { workdaysOnly: true })
    const moves = movedBy(before, after, (asked) => occurrences(daily, span, asked))
    expect(moves.map(({ key, was, becomes }) => [key, was === null, becomes === null])).toEqual([['2027-01-04', false, true], ['2027-01-09', true, false]])
    expect(daysChanged(before, after, span)).toEqual([{ day: '2027-01-04', works: false, name: '元旦' }, { day: '2027-01-09', works: true, name: '元旦调休上班' }])
  })
})
