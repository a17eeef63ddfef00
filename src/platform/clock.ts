/** The only source of the present: passed in, so that tests and replays choose it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is set. */
export function fixedClock(start: Date): Clock & { set(moment: Date): void } {
  let current = start
  return {
    now: () => current,
    set: (moment) => {
      current = moment
    },
  }
}

/** The day in Beijing at a moment, by which an office dates what it does. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}
