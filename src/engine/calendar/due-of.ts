import type { Calendar } from './calendar.ts'
import { dayAt, serialOf } from './days.ts'
import { roll } from './roll.ts'
import type { Day, DueRule, WorkedOut } from './terms.ts'
import { Trace } from './trace.ts'
import { works } from './work-out.ts'

/** What the steps call the day a due rule counts from. */
export const PERIOD_START = '周期首日'
export const PERIOD_END = '周期末日'

/**
 * When something is due, seen from a period. The anchored day itself is not counted: shift 10 is the tenth day, or the
 * tenth working day, after it; shift -5 the fifth before it; shift 0 the day itself. Rolling backward never goes before
 * the period begins.
 */
export function dueOf(period: { from: Day; to: Day }, { anchor, shift, measure, onRestDay }: DueRule, calendar: Calendar): WorkedOut {
  const trace = new Trace(calendar)
  const anchored = anchor === 'start' ? period.from : period.to
  trace.note('start', anchored, anchor === 'start' ? PERIOD_START : PERIOD_END)
  let at = serialOf(anchored)
  if (measure === 'days') at += shift
  else for (let left = Math.abs(shift); left > 0; ) if (works((at += Math.sign(shift)), trace)) left--
  const due = roll(at, onRestDay, Math.min(at, serialOf(period.from)), [], trace) ?? at
  trace.noteDue(dayAt(due))
  return { due: dayAt(due), steps: trace.steps, unannounced: trace.unannounced }
}
