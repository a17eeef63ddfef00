import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../engine/calendar/calendar.ts'
import { daysFrom, isWeekend } from '../../engine/calendar/days.ts'
import { statutoryDays } from '../../engine/calendar/statutory.ts'
import { calendarYears } from './calendar.ts'
import { shippedCatalogue } from './shipped.ts'

const files = (await shippedCatalogue()).calendars
const years = calendarYears(files)
const calendar = calendarOf(years)
const daysOf = (year: number) => daysFrom(`${year}-01-01`, `${year}-12-31`)
const weekendsOf = (year: number) => daysOf(year).filter(isWeekend).length

/**
 * Worked out from the notices: weekdays of the year, less the weekdays that rest, plus the make-up days.
 * Make-up days only shift rest, so these must also be the days of the year less weekends and statutory days.
 */
const sums: [year: number, weekdays: number, weekdaysResting: number, makeUp: number, working: number, statutory: number][] = [
  // By the second notice Fri 31 Jan rests without being worked off and Sat 1 Feb is not worked: two days more than eleven.
  [2020, 262, 19, 6, 249, 13],
  [2021, 261, 18, 7, 250, 11],
  [2022, 260, 18, 7, 249, 11],
  [2023, 260, 18, 7, 249, 11],
  [2024, 262, 19, 8, 251, 11],
  [2025, 261, 18, 5, 248, 13],
  [2026, 261, 19, 6, 248, 13],
]

describe('the shipped calendars', () => {
  it('cover 2020 to 2026, each announced, with the number of its notice', () => {
    expect([...files.keys()].toSorted()).toEqual(sums.map(([year]) => String(year)))
    for (const { announced, edition, source } of files.values()) {
      expect(announced).toBe(true)
      expect(edition).toMatch(/^国办发明电〔20\d\d〕\d+号/)
      expect(source.tag).toBe('second-hand')
    }
  })

  it.each(sums)('%i has %i weekdays, of which %i rest, and %i make-up days: %i working days', (year, weekdays, resting, makeUp, working, statutory) => {
    const days = daysOf(year)
    const worked = days.filter((day) => calendar.dayOf(day).works)
    expect(days.length - weekendsOf(year)).toBe(weekdays)
    expect(days.filter((day) => !isWeekend(day) && !calendar.dayOf(day).works)).toHaveLength(resting)
    expect(worked.filter(isWeekend)).toHaveLength(makeUp)
    expect(weekdays - resting + makeUp).toBe(working)
    expect(worked).toHaveLength(working)
    expect(days.length - weekendsOf(year) - statutory).toBe(working)
  })

  it.each(sums)('%i rests on every statutory day, under the name of its festival', (year) => {
    const rests = years.find((calendarYear) => calendarYear.year === year)?.days.filter(({ status }) => status === 'rest') ?? []
    const named = new Set(rests.flatMap(({ from, to }) => daysFrom(from, to)))
    expect([...statutoryDays(year)].filter((day) => !named.has(day))).toEqual([])
  })

  it('have make-up days on weekends only, each within three weeks of a rest day it pays for', () => {
    for (const { days } of years) {
      const makeUps = days.filter(({ status }) => status === 'work').flatMap(({ from, to, name }) => daysFrom(from, to).map((day) => ({ day, name })))
      expect(makeUps.filter(({ day }) => !isWeekend(day))).toEqual([])
      for (const { day, name } of makeUps) {
        const festival = name.replace('调休上班', '')
        const paid = days.filter((range) => range.status === 'rest' && range.name.includes(festival))
        expect(paid, `${day} ${name}`).toHaveLength(1)
        expect(Math.abs(Date.parse(paid[0]?.from ?? '') - Date.parse(day)) / 86_400_000, day).toBeLessThan(21)
      }
    }
  })

  it('name no plain weekday or weekend', () => {
    expect(calendar.dayOf('2026-03-07')).toEqual({ works: false, name: null, edition: '国办发明电〔2025〕7号', announced: true })
    expect(calendar.dayOf('2026-03-09')).toMatchObject({ works: true, name: null })
    expect(calendar.dayOf('2026-02-14')).toMatchObject({ works: true, name: '春节调休上班' })
    expect(calendar.dayOf('2026-02-17')).toMatchObject({ works: false, name: '春节' })
  })
})
