import { serialOf } from './days.ts'
import type { Pause } from './terms.ts'

/** A stretch of paused days as serial numbers; `to` is infinite while it lasts. */
export interface Stretch {
  from: number
  to: number
  reason: string
}

/** The pauses in order, those that overlap or touch made one, so that no day is paused twice; one turned round covers no day. */
export function stretchesOf(pauses: Pause[]): Stretch[] {
  const stretches: Stretch[] = []
  const each = pauses
    .map(({ from, to, reason }) => ({ from: serialOf(from), to: to === null ? Infinity : serialOf(to), reason }))
    .filter(({ from, to }) => from <= to)
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
  for (const pause of each) {
    const last = stretches.at(-1)
    if (last === undefined || pause.from > last.to + 1) stretches.push(pause)
    else {
      last.to = Math.max(last.to, pause.to)
      if (!last.reason.split('、').includes(pause.reason)) last.reason += `、${pause.reason}`
    }
  }
  return stretches
}

/** The stretch that holds the day, if any. */
export function pausedOn(stretches: Stretch[], serial: number): Stretch | undefined {
  return stretches.find(({ from, to }) => from <= serial && serial <= to)
}
