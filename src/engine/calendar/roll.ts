import { dayAt } from './days.ts'
import { pausedOn, type Stretch } from './pauses.ts'
import type { TimeLimit } from './terms.ts'
import type { Trace } from './trace.ts'

/**
 * Moves a last day that is a rest day. Forward it passes paused days too, and is null where a pause without end stops
 * it. Backward it goes neither before `earliest` nor on to a paused day: then the day stays.
 */
export function roll(serial: number, onRestDay: TimeLimit['onRestDay'], earliest: number, stretches: Stretch[], trace: Trace): number | null {
  if (onRestDay === 'keep' || trace.ask(dayAt(serial)).works) return serial
  return onRestDay === 'next-working-day' ? forward(serial, stretches, trace) : backward(serial, earliest, stretches, trace)
}

function forward(serial: number, stretches: Stretch[], trace: Trace): number | null {
  for (let at = serial; ; at++) {
    const pause = pausedOn(stretches, at)
    if (pause !== undefined) {
      trace.notePause(dayAt(at), pause.to === Infinity ? null : dayAt(pause.to), pause.reason)
      if (pause.to === Infinity) return null
      at = pause.to
    } else {
      const found = trace.ask(dayAt(at))
      if (found.works) return at
      trace.noteDay('rolled', dayAt(at), found)
    }
  }
}

function backward(serial: number, earliest: number, stretches: Stretch[], trace: Trace): number {
  let at = serial
  while (at >= earliest && !trace.ask(dayAt(at)).works) at--
  if (at < earliest || pausedOn(stretches, at) !== undefined) return serial
  for (let passed = serial; passed > at; passed--) trace.noteDay('rolled', dayAt(passed), trace.ask(dayAt(passed)))
  return at
}
