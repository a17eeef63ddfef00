import type { CalendarYear } from '../../engine/calendar/terms.ts'
import type { CalendarFile } from './schema/calendar.ts'

/** The calendar files of the packs, by year, as the engine reads them. */
export function calendarYears(files: ReadonlyMap<string, CalendarFile>): CalendarYear[] {
  return [...files].map(([year, { edition, announced, days }]) => ({
    year: Number(year),
    edition,
    announced,
    days: days.map(({ from, to = from, status, name }) => ({ from, to, status, name })),
  }))
}
