import { dayFrom, daysFrom, serialOf, dayAt } from './days.ts'
import type { CalendarYear, Day } from './terms.ts'

/**
 * First day of the first lunar month (春节), fifth of the fifth (端午节) and fifteenth of the eighth (中秋节), month and
 * date. A table and not a computation, since astronomical libraries and their versions disagree; the test holds it
 * against another source.
 */
const lunarFestivals: Record<number, [spring: string, dragonBoat: string, midAutumn: string]> = {
  2015: ['02-19', '06-20', '09-27'],
  2016: ['02-08', '06-09', '09-15'],
  2017: ['01-28', '05-30', '10-04'],
  2018: ['02-16', '06-18', '09-24'],
  2019: ['02-05', '06-07', '09-13'],
  2020: ['01-25', '06-25', '10-01'],
  2021: ['02-12', '06-14', '09-21'],
  2022: ['02-01', '06-03', '09-10'],
  2023: ['01-22', '06-22', '09-29'],
  2024: ['02-10', '06-10', '09-17'],
  2025: ['01-29', '05-31', '10-06'],
  2026: ['02-17', '06-19', '09-25'],
  2027: ['02-06', '06-09', '09-15'],
  2028: ['01-26', '05-28', '10-03'],
  2029: ['02-13', '06-16', '09-22'],
  2030: ['02-03', '06-05', '09-12'],
  2031: ['01-23', '06-24', '10-01'],
  2032: ['02-11', '06-12', '09-19'],
  2033: ['01-31', '06-01', '09-08'],
  2034: ['02-19', '06-20', '09-27'],
  2035: ['02-08', '06-10', '09-16'],
  2036: ['01-28', '05-30', '10-04'],
  2037: ['02-15', '06-18', '09-24'],
  2038: ['02-04', '06-07', '09-13'],
  2039: ['01-24', '05-27', '10-02'],
  2040: ['02-12', '06-14', '09-20'],
  2041: ['02-01', '06-03', '09-10'],
  2042: ['01-22', '06-22', '09-28'],
  2043: ['02-10', '06-11', '09-17'],
  2044: ['01-30', '05-31', '10-05'],
  2045: ['02-17', '06-19', '09-25'],
  2046: ['02-06', '06-08', '09-15'],
  2047: ['01-26', '05-29', '10-04'],
  2048: ['02-14', '06-15', '09-22'],
  2049: ['02-02', '06-04', '09-11'],
  2050: ['01-23', '06-23', '09-30'],
}

/** Whether the lunar festivals of the year are known here; if not, only those of fixed date are. */
export function knowsLunar(year: number): boolean {
  return lunarFestivals[year] !== undefined
}

/**
 * The statutory rest days of a year, for a year whose notice is not at hand. 全国年节及纪念日放假办法: 13 days since 2025
 * (国务院令第795号), 11 before. A festival that falls on a weekend is to be made up on some working day (Art. 6); which,
 * only a notice says, so none is assumed and a date worked out here is rather too early than too late.
 */
export function statutoryYear(year: number, edition: string): CalendarYear {
  const since2025 = year >= 2025
  const festivals: { name: string; from: Day; to: Day }[] = [
    { name: '元旦', from: `${year}-01-01`, to: `${year}-01-01` },
    ...lunarOf(year, since2025),
    { name: '劳动节', from: `${year}-05-01`, to: since2025 ? `${year}-05-02` : `${year}-05-01` },
    { name: '国庆节', from: `${year}-10-01`, to: `${year}-10-03` },
  ]
  return { year, edition, announced: false, days: festivals.map((festival) => ({ ...festival, status: 'rest' })) }
}

/** The days that the statutory festivals of a year take; two that fall on one day take one. */
export function statutoryDays(year: number): Set<Day> {
  return new Set(statutoryYear(year, '').days.flatMap(({ from, to }) => daysFrom(from, to)))
}

function lunarOf(year: number, since2025: boolean): { name: string; from: Day; to: Day }[] {
  const known = lunarFestivals[year]
  if (known === undefined) return []
  const [spring, dragonBoat, midAutumn] = known.map((date) => `${year}-${date}`) as [Day, Day, Day]
  const qingming = qingmingOf(year)
  const eve = serialOf(spring) - 1
  return [
    { name: '春节', from: since2025 ? dayAt(eve) : spring, to: dayAt(eve + 3) },
    { name: '清明节', from: qingming, to: qingming },
    { name: '端午节', from: dragonBoat, to: dragonBoat },
    { name: '中秋节', from: midAutumn, to: midAutumn },
  ]
}

/** The day the sun reaches 15° of longitude, by the usual approximation for the years 2000–2099. */
function qingmingOf(year: number): Day {
  const ofCentury = year % 100
  return dayFrom(year, 4, Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4))
}
