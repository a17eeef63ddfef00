import type { Period } from './period.ts'

/** Days cut where any of some periods begins or ends, so that every period is a row of whole spans. */
export interface Spans {
  /** The first day of each span, in order; each ends before the next begins. */
  starts: string[]
  /** The first and the last day of all. */
  from: string
  to: string
  /** The places of a period's spans in `starts`. */
  of(period: Period): { first: number; last: number }
}

/** Cuts the days that periods cover; at least one period is given. */
export function cut(periods: Period[]): Spans {
  const starts = [...new Set(periods.flatMap(({ from, to }) => [from, dayAfter(to)]))].toSorted()
  const end = starts.pop() ?? ''
  const placeOf = new Map(starts.map((day, place) => [day, place]))
  return {
    starts,
    from: starts[0] ?? end,
    to: dayBefore(end),
    of: ({ from, to }) => ({ first: placeOf.get(from) ?? 0, last: (placeOf.get(dayAfter(to)) ?? starts.length) - 1 }),
  }
}

function dayAfter(day: string): string {
  return shifted(day, 1)
}

function dayBefore(day: string): string {
  return shifted(day, -1)
}

function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
