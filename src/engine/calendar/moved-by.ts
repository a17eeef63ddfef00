import type { Calendar } from './calendar.ts'
import { daysFrom } from './days.ts'
import type { Day, WorkedOut } from './terms.ts'

/** A date that differs between two calendars; null where it exists under one of them only (a daily duty on workdays). */
export interface Move {
  key: string
  was: WorkedOut | null
  becomes: WorkedOut | null
}

/**
 * The dates that move when `after` takes the place of `before`. `dates` works the same dates out under a calendar:
 *
 *     movedBy(before, after, (calendar) => occurrences(cadence, span, calendar))
 *     movedBy(before, after, (calendar) => [{ key, due: workOut(calendar, limit, start) }])
 */
export function movedBy(before: Calendar, after: Calendar, dates: (calendar: Calendar) => { key: string; due: WorkedOut }[]): Move[] {
  const becomes = new Map(dates(after).map(({ key, due }) => [key, due]))
  const moves: Move[] = []
  for (const { key, due } of dates(before)) {
    const then = becomes.get(key) ?? null
    becomes.delete(key)
    if (then?.due !== due.due) moves.push({ key, was: due, becomes: then })
  }
  for (const [key, due] of becomes) moves.push({ key, was: null, becomes: due })
  return moves
}

/** The days that are worked under one calendar and rest under the other. */
export function daysChanged(before: Calendar, after: Calendar, span: { from: Day; to: Day }): { day: Day; works: boolean; name: string | null }[] {
  return daysFrom(span.from, span.to).flatMap((day) => {
    const { works, name } = after.dayOf(day)
    return before.dayOf(day).works === works ? [] : [{ day, works, name }]
  })
}
