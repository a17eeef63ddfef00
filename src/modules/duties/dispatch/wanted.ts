import { addDays } from '../../../engine/calendar/days.ts'
import type { Calendar } from '../../../engine/calendar/calendar.ts'
import { occurrences } from '../../../engine/calendar/occurrences.ts'
import type { WorkedOut } from '../../../engine/calendar/terms.ts'
import { workOut } from '../../../engine/calendar/work-out.ts'
import { neededFor } from '../counting.ts'
import type { DutyFrom } from '../effective.ts'
import type { Dated } from '../events.ts'
import type { DutyEntry, Trigger } from './facts.ts'

/** A stretch of days under one text of a duty; `until` is the last of them. */
interface Stretch {
  from: string
  until: string | null
  duty: DutyEntry
}

export interface Owing {
  /** The duty over time, as the unit owes it. */
  texts: readonly DutyFrom<DutyEntry>[]
  from: string
  /** The last day owed; null while it goes on. */
  until: string | null
  /** `ideology-duty@1.2.0` */
  pack: string
}

/**
 * The tasks of a regular duty that somebody owes within a stretch of days, up to `horizon`. A period is judged by the text
 * in force on the first day owed of it, so that a change moves no period that had begun; where the kind of period changes
 * or the duty is switched off, the one running is cut short.
 */
export function regularTasks({ texts, from, until, pack }: Owing, horizon: string, calendar: Calendar): Dated[] {
  const stretches = stretchesOf(texts, from, until)
  return stretches.flatMap((stretch, index) => {
    const owed = owedAround(stretches, index)
    const to = stretch.until === null || stretch.until > horizon ? horizon : stretch.until
    if (stretch.from > to) return []
    return occurrences(stretch.duty.cadence, { from: stretch.from, to }, calendar, owed)
      .filter((occurrence) => occurrence.from >= stretch.from)
      .map(({ key, from: periodFrom, to: periodTo, times, due }) => datedOf(stretch.duty, pack, { key, periodFrom, periodTo, times, due }))
  })
}

/** The tasks that records make fall due, each from the day its record stands for. */
export function eventTasks({ texts, from, until, pack }: Owing, triggers: readonly Trigger[], calendar: Calendar): Dated[] {
  const stretches = stretchesOf(texts, from, until)
  return triggers.flatMap(({ recordId, occurredOn }) => {
    const duty = stretches.find((stretch) => stretch.from <= occurredOn && (stretch.until === null || occurredOn <= stretch.until))?.duty
    if (duty?.cadence.type !== 'event') return []
    const due = workOut(calendar, duty.cadence.within, { at: occurredOn, clause: `${duty.source.rule}${duty.source.article ?? ''}` })
    const key = recordId.replaceAll('-', '').slice(0, 12)
    return [datedOf(duty, pack, { key, periodFrom: occurredOn, periodTo: occurredOn, times: 1, due })]
  })
}

function datedOf(duty: DutyEntry, pack: string, period: { key: string; periodFrom: string; periodTo: string; times: number; due: WorkedOut }): Dated {
  const { key, periodFrom, periodTo, times, due: how } = period
  const dueOn = how.due.slice(0, 10)
  const dueAt = how.due.length > 10 ? new Date(`${how.due}:00+08:00`).toISOString() : null
  return {
    duty: duty.id, pack, period: key, periodFrom, periodTo,
    opensOn: addDays(dueOn, -duty.leadDays), dueOn, lateFrom: addDays(dueOn, duty.graceDays + 1), dueAt,
    needed: neededFor(duty.satisfied, times), how,
  }
}

/** The texts in force within the days owed, those during which the duty is switched off left out. */
function stretchesOf(texts: readonly DutyFrom<DutyEntry>[], from: string, until: string | null): Stretch[] {
  return texts.flatMap((text, index) => {
    const next = texts[index + 1]?.from
    const first = text.from > from ? text.from : from
    const last = next === undefined ? until : earlier(addDays(next, -1), until)
    return text.duty === null || (last !== null && last < first) ? [] : [{ from: first, until: last, duty: text.duty }]
  })
}

/** The days around a stretch during which the duty falls due by the same kind of period. */
function owedAround(stretches: readonly Stretch[], index: number): { since: string; until: string | null } {
  const follows = (n: number) => {
    const [before, after] = [stretches[n - 1], stretches[n]]
    if (before === undefined || after === undefined || before.until === null) return false
    return addDays(before.until, 1) === after.from && shapeOf(before.duty) === shapeOf(after.duty)
  }
  let [first, last] = [index, index]
  while (follows(first)) first -= 1
  while (follows(last + 1)) last += 1
  return { since: stretches[first]?.from ?? '', until: stretches[last]?.until ?? null }
}

function shapeOf({ cadence }: DutyEntry): string {
  return cadence.type === 'every' ? cadence.period : cadence.type
}

function earlier(day: string, other: string | null): string {
  return other === null || day < other ? day : other
}
