/** A day of the common calendar, `2026-03-05`. */
export type Day = string

/**
 * A calendar of one year as an authority announced it. Days that no range names are weekdays to work and weekends to
 * rest; of a year that is not announced only the statutory rest days are known.
 */
export interface CalendarYear {
  year: number
  /** Which text this is, so that a date can say what it was worked out by: `国办发明电〔2025〕7号`. */
  edition: string
  announced: boolean
  days: { from: Day; to: Day; status: 'rest' | 'work'; name: string }[]
}

/** A limit as a rule states it; what the rule leaves open is a parameter, not a habit of the code. */
export interface TimeLimit {
  amount: number
  measure: 'days' | 'working-days' | 'hours'
  /** Whether the day of the start event counts as the first. Hours count from the minute. */
  firstDay: 'excluded' | 'included'
  /** What happens when the last day of a limit in days is a rest day. */
  onRestDay: 'keep' | 'next-working-day' | 'previous-working-day'
}

/** A stretch during which a limit stands still: both days included; null while it lasts. */
export interface Pause {
  from: Day
  to: Day | null
  reason: string
}

/** One step of working a date out, in the order it was taken. */
export interface Step {
  /** The day (or, for hours, the moment) this step speaks of. */
  at: string
  /** The last day of the stretch, for a pause. */
  until?: Day
  what: 'start' | 'counted-from' | 'skipped-rest-day' | 'worked-make-up-day' | 'paused' | 'rolled' | 'due'
  /** The name of the rest or make-up day, the reason of the pause, the clause of the start. */
  why: string
  /** The edition of the calendar year that was asked; absent where none was. */
  edition?: string
  /** True where that year has no notice yet, so the date may still move. */
  unannounced?: true
}

/** A date with how it was worked out. */
export interface WorkedOut {
  /** A day, or for a limit in hours a moment in Beijing time, `2026-03-05T14:30`. */
  due: string
  steps: Step[]
  /** Years asked that have no notice yet: the date is provisional. */
  unannounced: number[]
}

/** A limit that stands still with no end in sight: nothing is due until it runs on. */
export interface StandsStill {
  due: null
  steps: Step[]
  unannounced: number[]
}

export const regularPeriods = ['year', 'half-year', 'quarter', 'month', 'fortnight', 'week', 'day'] as const
export type RegularPeriod = (typeof regularPeriods)[number]

/** When, seen from a period, something is due: `{ anchor: 'end', shift: 10, measure: 'working-days' }`. */
export interface DueRule {
  anchor: 'start' | 'end'
  shift: number
  measure: 'days' | 'working-days'
  onRestDay: TimeLimit['onRestDay']
}

/**
 * How often a duty falls due.
 *
 * - `every`: in each period; `times` are occurrences to hold within it, not fixed dates (four times a year);
 *   `workdaysOnly` leaves out the rest days of a daily duty
 * - `event`: within a limit after a record of some kind that meets `where`
 * - `once`: on a day; `standing`: always, without dates
 */
export type Cadence =
  | { type: 'every'; period: RegularPeriod; times: number; due: DueRule; workdaysOnly: boolean }
  | { type: 'event'; kind: string; where: Record<string, string[]>; within: TimeLimit }
  | { type: 'once'; due: Day }
  | { type: 'standing' }

/**
 * One period of a regular cadence, or the day of a `once`. `from` and `to` are the days owed: a unit founded or ended
 * within the period owes it only from or until then. `key` is unique within the cadence:
 * `2026`, `2026H1`, `2026Q3`, `2026-05`, `2026W07`, `2026F04`, `2026-03-05`.
 */
export interface Occurrence {
  key: string
  from: Day
  to: Day
  /** The occurrences to hold; fewer where the period was only partly owed (a late start in the year). */
  times: number
  due: WorkedOut
}
