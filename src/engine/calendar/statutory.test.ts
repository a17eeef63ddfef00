import { describe, expect, it } from 'vitest'
import { addDays } from './days.ts'
import { calendarOf } from './calendar.ts'
import { statutoryDays, statutoryYear } from './statutory.ts'

/** Spring Festival, Qingming, Dragon Boat and Mid-Autumn as almanacs give them. */
const almanac: [year: number, spring: string, qingming: string, dragonBoat: string, midAutumn: string][] = [
  [2015, '02-19', '04-05', '06-20', '09-27'], [2016, '02-08', '04-04', '06-09', '09-15'], [2017, '01-28', '04-04', '05-30', '10-04'],
  [2018, '02-16', '04-05', '06-18', '09-24'], [2019, '02-05', '04-05', '06-07', '09-13'], [2020, '01-25', '04-04', '06-25', '10-01'],
  [2021, '02-12', '04-04', '06-14', '09-21'], [2022, '02-01', '04-05', '06-03', '09-10'], [2023, '01-22', '04-05', '06-22', '09-29'],
  [2024, '02-10', '04-04', '06-10', '09-17'], [2025, '01-29', '04-04', '05-31', '10-06'], [2026, '02-17', '04-05', '06-19', '09-25'],
  // The new moons of February 2027 and 2030 fall minutes from midnight in Beijing; some libraries take the wrong day.
  [2027, '02-06', '04-05', '06-09', '09-15'], [2028, '01-26', '04-04', '05-28', '10-03'], [2029, '02-13', '04-04', '06-16', '09-22'],
  [2030, '02-03', '04-05', '06-05', '09-12'], [2031, '01-23', '04-05', '06-24', '10-01'], [2032, '02-11', '04-04', '06-12', '09-19'],
  [2033, '01-31', '04-04', '06-01', '09-08'], [2034, '02-19', '04-05', '06-20', '09-27'], [2035, '02-08', '04-05', '06-10', '09-16'],
  [2036, '01-28', '04-04', '05-30', '10-04'], [2037, '02-15', '04-04', '06-18', '09-24'], [2038, '02-04', '04-05', '06-07', '09-13'],
  [2039, '01-24', '04-05', '05-27', '10-02'], [2040, '02-12', '04-04', '06-14', '09-20'],
]

describe('the statutory rest days', () => {
  it.each(almanac)('of %i begin the lunar year on %s', (year, spring, qingming, dragonBoat, midAutumn) => {
    const on = (name: string) => statutoryYear(year, '').days.find((range) => range.name === name)
    expect(on('春节')).toMatchObject({ from: addDays(`${year}-${spring}`, year >= 2025 ? -1 : 0), to: addDays(`${year}-${spring}`, 2) })
    expect(on('清明节')?.from).toBe(`${year}-${qingming}`)
    expect(on('端午节')?.from).toBe(`${year}-${dragonBoat}`)
    expect(on('中秋节')?.from).toBe(`${year}-${midAutumn}`)
  })

  it('are 13 since 2025 and 11 before, one less where two fall together', () => {
    expect([2019, 2021, 2024].map((year) => statutoryDays(year).size)).toEqual([11, 11, 11])
    expect([2020, 2031].map((year) => statutoryDays(year).size)).toEqual([10, 12])
    expect([2025, 2026, 2027].map((year) => statutoryDays(year).size)).toEqual([13, 13, 13])
  })

  it('are as many in every year whose moon is known', () => {
    for (let year = 2015; year <= 2050; year++) expect(statutoryYear(year, '').days).toHaveLength(7)
    expect(statutoryYear(2051, '').days).toHaveLength(3)
  })
})

describe('a calendar asked for a year it has no notice of', () => {
  const calendar = calendarOf([{ year: 2026, edition: '通知', announced: true, days: [] }])
  it('says so, and whether one may still come', () => {
    expect(calendar.dayOf('2027-02-05')).toEqual({ works: false, name: '春节', edition: '法定节假日（2027年放假通知尚未发布）', announced: false })
    expect(calendar.dayOf('2019-02-04')).toEqual({ works: true, name: null, edition: '法定节假日（未收录2019年放假通知）', announced: false })
    expect(calendar.dayOf('2051-02-11').edition).toBe('法定节假日（2051年放假通知尚未发布，未计农历节日）')
    expect(calendar.dayOf('2026-02-17')).toEqual({ works: true, name: null, edition: '通知', announced: true })
  })

  it('refuses what is no day', () => {
    for (const day of ['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-01-01T08:00']) expect(() => calendar.dayOf(day)).toThrow(RangeError)
  })
})
