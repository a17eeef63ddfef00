import type { Calendar } from './calendar.ts'
import { earlierOf, laterOf } from './days.ts'
import { dueOf } from './due-of.ts'
import { lengthOf, periodsIn, type Period } from './periods.ts'
import type { Cadence, Day, Occurrence } from './terms.ts'

/** The days during which a unit owes a duty; null while it goes on. */
export interface Owed {
  since: Day
  until: Day | null
}

type Every = Extract<Cadence, { type: 'every' }>

/** What the steps call the day that a `once` names. */
export const NAMED_DAY = '规定日期'

/**
 * The occurrences whose period overlaps `span`, in order. `event` and `standing` have none: the first falls due by
 * `workOut` after each record, the second never.
 *
 * A period that is owed only in part is owed as what is left of it, and its due day is worked out from that part:
 * - begun late (the unit was founded, the duty adopted): `times` is scaled by the days left and rounded, but at least 1;
 *   four times a year from 1 July is twice
 * - cut short (the unit was merged or dissolved): scaled and rounded down; what comes to nothing falls to the successor,
 *   so a yearly report is not owed by a unit that ended in June
 *
 * For many units, work out the whole periods once without `owed` and ask again only for units that began or ended in the span.
 */
export function occurrences(cadence: Cadence, span: { from: Day; to: Day }, calendar: Calendar, owed?: Owed): Occurrence[] {
  if (cadence.type === 'once') return once(cadence.due, span, owed)
  if (cadence.type !== 'every') return []
  return periodsIn(cadence.period, span.from, span.to)
    .filter(({ from }) => !cadence.workdaysOnly || cadence.period !== 'day' || calendar.dayOf(from).works)
    .flatMap((period) => occurrenceOf(period, cadence, calendar, owed) ?? [])
}

function occurrenceOf(whole: Period, { due, times }: Every, calendar: Calendar, owed?: Owed): Occurrence | null {
  const from = owed === undefined ? whole.from : laterOf(whole.from, owed.since)
  const to = owed === undefined || owed.until === null ? whole.to : earlierOf(whole.to, owed.until)
  if (from > to) return null
  const part = { from, to }
  const held = timesLeft(times, lengthOf(part) / lengthOf(whole), to < whole.to)
  return held === 0 ? null : { key: whole.key, ...part, times: held, due: dueOf(part, due, calendar) }
}

function timesLeft(times: number, share: number, cutShort: boolean): number {
  if (share === 1) return times
  return cutShort ? Math.floor(times * share) : Math.max(1, Math.round(times * share))
}

function once(day: Day, span: { from: Day; to: Day }, owed?: Owed): Occurrence[] {
  const within = day >= span.from && day <= span.to
  const isOwed = owed === undefined || (day >= owed.since && (owed.until === null || day <= owed.until))
  if (!within || !isOwed) return []
  const due = { due: day, steps: [{ at: day, what: 'start' as const, why: NAMED_DAY }, { at: day, what: 'due' as const, why: '' }], unannounced: [] }
  return [{ key: day, from: day, to: day, times: 1, due }]
}
