import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { calendarOf, type Calendar } from '../../src/engine/calendar/calendar.ts'
import type { TimeLimit } from '../../src/engine/calendar/terms.ts'
import { calendarYears } from '../../src/modules/packs/calendar.ts'
import { CalendarFile } from '../../src/modules/packs/schema/calendar.ts'

const folder = fileURLToPath(new URL('../../packs/calendar-cn/calendars/', import.meta.url))

/** The calendar that comes with the program, read without the rest of the packs. */
export function shippedCalendar(): Calendar {
  const files = readdirSync(folder).map((name) => [name.slice(0, 4), CalendarFile.parse(parse(readFileSync(folder + name, 'utf8')))] as const)
  return calendarOf(calendarYears(new Map(files)))
}

const measures = { d: 'days', wd: 'working-days', h: 'hours' } as const
const rolls = { next: 'next-working-day', prev: 'previous-working-day' } as const

/** A limit in the shorthand of the tables: `5wd`, `15d next`, `15d prev`, `15d inc` (first day included), `24h`. */
export function limitOf(code: string): TimeLimit {
  const [, amount = '', measure = '', rest = ''] = /^(\d+)(d|wd|h)(.*)$/.exec(code) ?? []
  const roll = rest.includes('next') ? 'next' : rest.includes('prev') ? 'prev' : null
  return {
    amount: Number(amount),
    measure: measures[measure as keyof typeof measures],
    firstDay: rest.includes('inc') ? 'included' : 'excluded',
    onRestDay: roll === null ? 'keep' : rolls[roll],
  }
}
