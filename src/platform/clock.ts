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
