import { dayFrom, daysFrom, daysInYear, serialOf, weekdayAt, yearOf } from './days.ts'
import { knowsLunar, statutoryYear } from './statutory.ts'
import type { CalendarYear, Day } from './terms.ts'

/** What a calendar says of one day. */
export interface CalendarDay {
  works: boolean
  /** What the notice calls it: 春节, 调休上班; null for a plain working day or weekend. */
  name: string | null
  edition: string
  /** False where the year has no notice and only statutory rest days are known. */
  announced: boolean
}

/** Which days are worked. Immutable; ask it as often as you like. */
export interface Calendar {
  dayOf(day: Day): CalendarDay
}

/** The calendar of the given years; of any other year only the weekends and the statutory rest days are known. */
export function calendarOf(years: CalendarYear[]): Calendar {
  const announced = new Map(years.map((year) => [year.year, year]))
  const last = Math.max(...announced.keys())
  const spreads = new Map<number, Spread>()
  const spreadOf = (year: number): Spread => {
    const made = spread(announced.get(year) ?? statutoryYear(year, editionWithout(year, last)))
    spreads.set(year, made)
    return made
  }
  return {
    dayOf(day) {
      const year = yearOf(day)
      const { first, days } = spreads.get(year) ?? spreadOf(year)
      const found = days[serialOf(day) - first]
      if (found === undefined) throw new RangeError(`not a day: ${day}`)
      return found
    },
  }
}

/** A year with each of its days, so that a day is found by its place. */
interface Spread {
  first: number
  days: CalendarDay[]
}

function spread({ year, edition, announced, days: ranges }: CalendarYear): Spread {
  const first = serialOf(dayFrom(year, 1, 1))
  const plain = (works: boolean): CalendarDay => ({ works, name: null, edition, announced })
  const [working, resting] = [plain(true), plain(false)]
  const days = Array.from({ length: daysInYear(year) }, (_, index) => (weekdayAt(first + index) > 5 ? resting : working))
  for (const { from, to, status, name } of ranges) {
    const named: CalendarDay = { works: status === 'work', name, edition, announced }
    for (const day of daysFrom(from, to)) if (yearOf(day) === year) days[serialOf(day) - first] = named
  }
  return { first, days }
}

/** A year after the last notice has none yet; an earlier one is merely not kept here. */
function editionWithout(year: number, last: number): string {
  const why = year > last ? `${year}年放假通知尚未发布` : `未收录${year}年放假通知`
  return `法定节假日（${why}${knowsLunar(year) ? '' : '，未计农历节日'}）`
}
