import type { Calendar, CalendarDay } from './calendar.ts'
import { isWeekend, yearOf } from './days.ts'
import type { Day, Step } from './terms.ts'

/** What the plain rest days are called in steps. */
export const WEEKEND = '周末'

/** Writes down how a date is worked out, and which years without a notice it rests on. */
export class Trace {
  readonly steps: Step[] = []
  private readonly withoutNotice = new Set<number>()
  private asked = false

  constructor(private readonly calendar: Calendar) {}

  get unannounced(): number[] {
    return [...this.withoutNotice].toSorted((one, other) => one - other)
  }

  /** Asks the calendar; a year without a notice is remembered. */
  ask(day: Day): CalendarDay {
    const found = this.calendar.dayOf(day)
    this.asked = true
    if (!found.announced) this.withoutNotice.add(yearOf(day))
    return found
  }

  note(what: Step['what'], at: string, why: string): void {
    this.steps.push({ at, what, why })
  }

  /** The last step; a date on which the calendar had no say names no edition. */
  noteDue(due: string): void {
    if (this.asked) this.noteDay('due', due, { ...this.ask(due), name: '' })
    else this.note('due', due, '')
  }

  /** A step that the calendar decided. */
  noteDay(what: Step['what'], day: Day, { name, edition, announced }: CalendarDay): void {
    this.steps.push({ at: day, what, why: name ?? (isWeekend(day) ? WEEKEND : ''), edition, ...(announced ? {} : { unannounced: true }) })
  }

  notePause(from: Day, until: Day | null, why: string): void {
    this.steps.push({ at: from, what: 'paused', why, ...(until === null ? {} : { until }) })
  }
}
