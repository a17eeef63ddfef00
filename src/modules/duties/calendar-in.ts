import { calendarOf, type Calendar } from '../../engine/calendar/calendar.ts'
import { calendarYears } from '../packs/calendar.ts'
import type { Catalogue } from '../packs/schema/pack.ts'

const known = new WeakMap<Catalogue['calendars'], Calendar>()

/** The calendar that the packs in force come to. */
export function calendarIn({ calendars }: Pick<Catalogue, 'calendars'>): Calendar {
  const before = known.get(calendars)
  if (before !== undefined) return before
  const calendar = calendarOf(calendarYears(calendars))
  known.set(calendars, calendar)
  return calendar
}
