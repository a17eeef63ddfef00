import { addDays, dayAt, dayFrom, daysBetween, endOfMonth, serialOf, startOfMonth, weekdayAt, yearOf } from './days.ts'
import type { Day, RegularPeriod } from './terms.ts'

/** A period of the common calendar with the key by which it is told apart. */
export interface Period {
  key: string
  from: Day
  to: Day
}

/** The periods that overlap `from` … `to`, in order, without gap or overlap. */
export function periodsIn(kind: RegularPeriod, from: Day, to: Day): Period[] {
  const periods: Period[] = []
  for (let at = from; at <= to; ) {
    const period = periodOf(kind, at)
    periods.push(period)
    at = addDays(period.to, 1)
  }
  return periods
}

/**
 * The period that holds `day`. Weeks are those of ISO 8601. A fortnight is two ISO weeks (1 and 2, 3 and 4 …); in a year
 * of 53 weeks the last one has three, so that none is shorter than two weeks and every year begins with its first.
 */
export function periodOf(kind: RegularPeriod, day: Day): Period {
  const year = yearOf(day)
  const month = Number(day.slice(5, 7))
  switch (kind) {
    case 'year': return { key: `${year}`, from: dayFrom(year, 1, 1), to: dayFrom(year, 12, 31) }
    case 'half-year': return months(`${year}H${Math.ceil(month / 6)}`, year, month, 6)
    case 'quarter': return months(`${year}Q${Math.ceil(month / 3)}`, year, month, 3)
    case 'month': return { key: day.slice(0, 7), from: startOfMonth(day), to: endOfMonth(day) }
    case 'fortnight': return fortnightOf(day)
    case 'week': {
      const { monday, isoYear, week } = weekOf(day)
      return { key: `${isoYear}W${two(week)}`, from: dayAt(monday), to: dayAt(monday + 6) }
    }
    case 'day': return { key: day, from: day, to: day }
  }
}

function months(key: string, year: number, month: number, count: number): Period {
  const first = month - ((month - 1) % count)
  return { key, from: dayFrom(year, first, 1), to: dayFrom(year, first + count, 0) }
}

function fortnightOf(day: Day): Period {
  const { monday, isoYear, week } = weekOf(day)
  const number = Math.min(26, Math.ceil(week / 2))
  const first = monday - (week - (number * 2 - 1)) * 7
  const weeks = number === 26 && weeksIn(isoYear) === 53 ? 3 : 2
  return { key: `${isoYear}F${two(number)}`, from: dayAt(first), to: dayAt(first + weeks * 7 - 1) }
}

/** The ISO week of a day; it belongs to the year that its Thursday falls in. */
function weekOf(day: Day): { monday: number; isoYear: number; week: number } {
  const serial = serialOf(day)
  const monday = serial - weekdayAt(serial) + 1
  const isoYear = yearOf(dayAt(monday + 3))
  return { monday, isoYear, week: Math.floor((monday + 3 - serialOf(dayFrom(isoYear, 1, 1))) / 7) + 1 }
}

/** 28 December always lies in the last week. */
function weeksIn(isoYear: number): number {
  return weekOf(dayFrom(isoYear, 12, 28)).week
}

/** Days of a period, both ends counted. */
export function lengthOf({ from, to }: { from: Day; to: Day }): number {
  return daysBetween(from, to) + 1
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
