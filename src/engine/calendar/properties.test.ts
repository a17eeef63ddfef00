import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedCalendar } from '../../../test/helpers/calendars.ts'
import { calendarOf, type Calendar } from './calendar.ts'
import { addDays, dayAt, serialOf } from './days.ts'
import { dueOf } from './due-of.ts'
import { occurrences } from './occurrences.ts'
import { statutoryYear } from './statutory.ts'
import { regularPeriods, type Cadence, type CalendarYear, type Day, type Pause, type TimeLimit } from './terms.ts'
import { workOut } from './work-out.ts'

const calendar = shippedCalendar()
const [FIRST, LAST] = [serialOf('2020-01-01'), serialOf('2028-12-31')]
const day = fc.integer({ min: FIRST, max: LAST }).map(dayAt)
const onRestDay = fc.constantFrom('keep', 'next-working-day', 'previous-working-day') satisfies fc.Arbitrary<TimeLimit['onRestDay']>
const inDays = fc.record({ amount: fc.nat(90), measure: fc.constantFrom('days', 'working-days'), firstDay: fc.constantFrom('excluded', 'included'), onRestDay }) satisfies fc.Arbitrary<TimeLimit>
const inHours = fc.record({ amount: fc.nat(400), measure: fc.constant('hours'), firstDay: fc.constant('excluded'), onRestDay }) satisfies fc.Arbitrary<TimeLimit>
const limit = fc.oneof(inDays, inHours) satisfies fc.Arbitrary<TimeLimit>
const pauses = fc.array(fc.record({ from: day, days: fc.nat(30) }), { maxLength: 4 }).map((all): Pause[] => all.map(({ from, days }) => ({ from, to: addDays(from, days), reason: '中止' })))
const near = fc.record({ start: day, pauses: fc.array(fc.record({ after: fc.integer({ min: -10, max: 60 }), days: fc.nat(20) }), { maxLength: 4 }) })
  .map(({ start, pauses: all }) => ({ start, pauses: all.map(({ after, days }): Pause => ({ from: addDays(start, after), to: addDays(start, after + days), reason: '中止' })) }))

function dueBy(by: Calendar, one: TimeLimit, at: string, paused: Pause[] = []): string {
  const { due } = workOut(by, one, { at, clause: '' }, paused)
  if (due === null) throw new Error('no pause is without end here')
  return due
}

describe('working a date out', () => {
  it('is never earlier for a longer limit', () => {
    fc.assert(fc.property(limit, fc.nat(40), day, pauses, (one, more, at, paused) => {
      expect(dueBy(calendar, { ...one, amount: one.amount + more }, at, paused) >= dueBy(calendar, one, at, paused)).toBe(true)
    }))
  })

  it('is never earlier for a later start', () => {
    fc.assert(fc.property(limit, day, fc.nat(40), pauses, (one, at, later, paused) => {
      expect(dueBy(calendar, one, addDays(at, later), paused) >= dueBy(calendar, one, at, paused)).toBe(true)
    }))
  })

  it('is never before the start event', () => {
    fc.assert(fc.property(limit, near, (one, { start, pauses: paused }) => {
      expect(dueBy(calendar, one, start, paused) >= start).toBe(true)
    }))
  })

  it('is never earlier for a pause', () => {
    fc.assert(fc.property(limit, near, (one, { start, pauses: paused }) => {
      expect(dueBy(calendar, one, start, paused) >= dueBy(calendar, one, start, paused.slice(1))).toBe(true)
    }), { numRuns: 300 })
  })

  it('in working days is never earlier for one more rest day', () => {
    fc.assert(fc.property(inDays, day, fc.array(day, { minLength: 1, maxLength: 6 }), (one, at, rests) => {
      const due = (added: Day[]) => dueBy(calendarOf(restingOn(added)), { ...one, measure: 'working-days' }, at)
      expect(due(rests) >= due(rests.slice(1))).toBe(true)
    }))
  })

  it('lands on a working day that no pause holds, when counted in working days', () => {
    fc.assert(fc.property(inDays, near, (one, { start, pauses: paused }) => {
      const due = dueBy(calendar, { ...one, amount: one.amount + 1, measure: 'working-days' }, start, paused)
      expect(calendar.dayOf(due).works).toBe(true)
      expect(paused.some(({ from, to }) => from <= due && due <= (to ?? due))).toBe(false)
    }))
  })
})

describe('the periods of a cadence', () => {
  const rule = { anchor: 'end', shift: 0, measure: 'days', onRestDay: 'keep' } as const
  it('cover the span without gap or overlap, under unique keys', () => {
    fc.assert(fc.property(fc.constantFrom(...regularPeriods), day, fc.nat(800), (period, from, length) => {
      const to = addDays(from, length)
      const all = occurrences({ type: 'every', period, times: 1, workdaysOnly: false, due: rule } satisfies Cadence, { from, to }, calendar)
      expect((all[0]?.from ?? '') <= from && (all.at(-1)?.to ?? '') >= to).toBe(true)
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
      all.slice(1).forEach((one, index) => expect(one.from).toBe(addDays(all[index]?.to ?? '', 1)))
    }))
  })

  it('are the same whichever span asked for them', () => {
    fc.assert(fc.property(fc.constantFrom(...regularPeriods), day, day, (period, one, other) => {
      const cadence: Cadence = { type: 'every', period, times: 3, workdaysOnly: false, due: { ...rule, shift: 5, measure: 'working-days' } }
      const [from, to] = one < other ? [one, other] : [other, one]
      const alone = occurrences(cadence, { from: to, to }, calendar)
      expect(occurrences(cadence, { from: addDays(to, -Math.min(60, serialOf(to) - serialOf(from))), to }, calendar).slice(-1)).toEqual(alone)
    }), { numRuns: 50 })
  })

  it('are never due earlier for a greater shift', () => {
    fc.assert(fc.property(day, fc.integer({ min: -20, max: 40 }), fc.nat(20), fc.constantFrom('days', 'working-days'), onRestDay, (from, shift, more, measure, roll) => {
      const period = { from, to: addDays(from, 89) }
      const due = (by: number) => dueOf(period, { anchor: 'end', shift: by, measure, onRestDay: roll }, calendar).due
      expect(due(shift + more) >= due(shift)).toBe(true)
    }))
  })
})

/** The statutory years with rest days of our own added. */
function restingOn(added: Day[]): CalendarYear[] {
  return [2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029].map((year) => {
    const statutory = statutoryYear(year, '试验')
    const rests = added.filter((one) => one.startsWith(String(year)))
    return { ...statutory, days: [...statutory.days, ...rests.map((one) => ({ from: one, to: one, status: 'rest' as const, name: '休息' }))] }
  })
}
