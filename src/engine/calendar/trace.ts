import type { Calendar, CalendarDay } from './calendar.ts'
import { isWeekend, yearOf } from './days.ts'
import type { Day, Step } from './terms.ts'

/** What the plain rest days are called in steps. */
export const WEEKEND = '周末'

/** Writes down how a date is worked out, and which years without a notice it rests on. */
export class Trace {
  readonly steps: Step[] = []
  private readonly asked = new Set<number>()

  constructor(private readonly calendar: Calendar) {}

  get unannounced(): number[] {
    return [...this.asked].toSorted((one, other) => one - other)
  }

  /** Asks the calendar; a year without a notice is remembered. */
  ask(day: Day): CalendarDay {
    const found = this.calendar.dayOf(day)
    if (!found.announced) this.asked.add(yearOf(day))
    return found
  }

  note(what: Step['what'], at: string, why: string): void {
    this.steps.push({ at, what, why })
  }

  /** A step that the calendar decided. */
  noteDay(what: Step['what'], day: Day, { name, edition, announced }: CalendarDay): void {
    this.steps.push({ at: day, what, why: name ?? (isWeekend(day) ? WEEKEND : ''), edition, ...(announced ? {} : { unannounced: true }) })
  }

  notePause(from: Day, until: Day | null, why: string): void {
    this.steps.push({ at: from, what: 'paused', why, ...(until === null ? {} : { until }) })
  }
}
