import type { Calendar } from './calendar.ts'
import { dayAt, serialOf, weekdayAt } from './days.ts'
import { runHours } from './hours.ts'
import { pausedOn, stretchesOf, type Stretch } from './pauses.ts'
import { roll } from './roll.ts'
import type { Pause, StandsStill, TimeLimit, WorkedOut } from './terms.ts'
import { Trace } from './trace.ts'

/** The event a limit counts from: a day, or a moment in Beijing time `2026-03-05T14:30`; and the clause that says so. */
export interface StartEvent {
  at: string
  clause: string
}

/**
 * When a limit ends, with every step.
 *
 * - An amount of 0 is due on the day of the start event.
 * - A paused day is never counted, nor rolled on to. Pauses that overlap count once. A pause that has no end and that
 *   the limit runs into leaves nothing due: `due` is null until the pause has one.
 * - A limit in hours runs through nights and rest days; a paused day stops it from midnight to midnight. A start
 *   without a time of day counts from 00:00, the strictest reading.
 *
 * @throws {RangeError} when the start is no day or moment, or the date lies beyond the year 9999
 */
export function workOut(calendar: Calendar, limit: TimeLimit, start: StartEvent): WorkedOut
export function workOut(calendar: Calendar, limit: TimeLimit, start: StartEvent, pauses: Pause[]): WorkedOut | StandsStill
export function workOut(calendar: Calendar, limit: TimeLimit, start: StartEvent, pauses: Pause[] = []): WorkedOut | StandsStill {
  const trace = new Trace(calendar)
  trace.note('start', start.at, start.clause)
  const stretches = stretchesOf(pauses)
  const due = limit.measure === 'hours' ? runHours(limit.amount, start.at, stretches, trace) : countDays(limit, start.at.slice(0, 10), stretches, trace)
  if (due === null) return { due, steps: trace.steps, unannounced: trace.unannounced }
  trace.noteDue(due)
  return { due, steps: trace.steps, unannounced: trace.unannounced }
}

/** The last day of a limit in days; null where a pause without end stops it. */
function countDays({ amount, measure, firstDay, onRestDay }: TimeLimit, start: string, stretches: Stretch[], trace: Trace): string | null {
  const first = serialOf(start)
  let at = first
  if (amount > 0) {
    at = firstDay === 'included' ? first : first + 1
    trace.note('counted-from', dayAt(at), firstDay)
    for (let left = amount; ; at++) {
      const pause = pausedOn(stretches, at)
      if (pause !== undefined) {
        trace.notePause(dayAt(at), pause.to === Infinity ? null : dayAt(pause.to), pause.reason)
        if (pause.to === Infinity) return null
        at = pause.to
      } else if ((measure === 'days' || works(at, trace)) && --left === 0) break
    }
  }
  const rolled = roll(at, onRestDay, first, stretches, trace)
  return rolled === null ? null : dayAt(rolled)
}

/** Whether the day is worked, a rest day or a make-up day being written down. */
export function works(serial: number, trace: Trace): boolean {
  const day = dayAt(serial)
  const found = trace.ask(day)
  if (!found.works) trace.noteDay('skipped-rest-day', day, found)
  else if (weekdayAt(serial) > 5) trace.noteDay('worked-make-up-day', day, found)
  return found.works
}
