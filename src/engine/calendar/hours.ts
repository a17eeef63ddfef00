import { dayAt, serialOf } from './days.ts'
import { pausedOn, type Stretch } from './pauses.ts'
import type { Trace } from './trace.ts'

const MINUTES_OF_DAY = 1440

/** The moment at which a number of hours has run; null where a pause without end stops them. Seconds of the start are dropped. */
export function runHours(hours: number, start: string, stretches: Stretch[], trace: Trace): string | null {
  let day = serialOf(start.slice(0, 10))
  let minute = minuteOf(start)
  let left = Math.round(hours * 60)
  while (left > 0) {
    const pause = pausedOn(stretches, day)
    if (pause !== undefined) {
      trace.notePause(dayAt(day), pause.to === Infinity ? null : dayAt(pause.to), pause.reason)
      if (pause.to === Infinity) return null
      day = pause.to + 1
      minute = 0
      continue
    }
    const run = Math.min(left, MINUTES_OF_DAY - minute)
    left -= run
    minute += run
    if (minute === MINUTES_OF_DAY) {
      day++
      minute = 0
    }
  }
  return `${dayAt(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

function minuteOf(moment: string): number {
  if (moment.length === 10) return 0
  const [, hour, minute] = /^T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(moment.slice(10)) ?? []
  if (hour === undefined || minute === undefined) throw new RangeError(`not a moment: ${moment}`)
  return Number(hour) * 60 + Number(minute)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
