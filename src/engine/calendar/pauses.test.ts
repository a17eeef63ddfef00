import { describe, expect, it } from 'vitest'
import { limitOf, shippedCalendar } from '../../../test/helpers/calendars.ts'
import { workOut } from './work-out.ts'

/** Pauses as `first..last`; nothing after the dots: it goes on. */
const rows: [limit: string, start: string, pauses: string, due: string | null, reason: string][] = [
  ['60d', '2026-01-05', '2026-01-10..2026-01-19', '2026-03-16', '6 Mar and ten days'],
  ['30d', '2026-03-02', '2026-03-10..2026-03-12', '2026-04-04', '1 Apr and three days'],
  ['30d next', '2026-03-02', '2026-03-10..2026-03-12', '2026-04-07', 'which is Qingming'],
  ['5wd', '2026-03-05', '2026-03-09..2026-03-10', '2026-03-16', '6, 11, 12, 13, 16'],
  ['5wd', '2026-03-05', '2026-03-07..2026-03-08', '2026-03-12', 'a weekend was not counted anyway'],
  ['5wd', '2026-03-05', '2026-03-06..2026-03-09 2026-03-09..2026-03-10', '2026-03-17', 'a day in two pauses stands still once: 11, 12, 13, 16, 17'],
  ['5wd', '2026-03-05', '2026-03-09..2026-03-10 2026-03-06..2026-03-06', '2026-03-17', 'in whatever order they are given'],
  ['15d', '2026-03-05', '2026-03-20..2026-03-20', '2026-03-21', 'the last day is not counted'],
  ['15d', '2026-03-05', '2026-02-01..2026-03-05', '2026-03-20', 'over before the first day'],
  ['15d', '2026-03-05', '2026-03-21..2026-03-31', '2026-03-20', 'begun after the last day'],
  ['15d', '2026-03-05', '2026-03-21..', '2026-03-20', 'even one without end'],
  ['15d', '2026-03-05', '2026-03-20..', null, 'without end, and run into'],
  ['5wd', '2026-03-05', '2026-03-06..2026-03-08 2026-03-08..', null, 'two that make one without end'],
  ['15d', '2026-03-05', '2026-03-12..2026-03-10', '2026-03-20', 'turned round: no day'],
  ['15d inc', '2026-03-05', '2026-03-05..2026-03-05', '2026-03-20', 'the first day stands still'],
  ['15d next', '2026-03-06', '2026-03-23..2026-03-24', '2026-03-25', 'Sat 21 rolls past the pause'],
  ['15d next', '2026-03-06', '2026-03-23..', null, 'and does not come out of one without end'],
  ['15d prev', '2026-03-06', '2026-03-20..2026-03-20', '2026-03-22', 'Fri 20 stands still: 7–19 (13), 21, Sun 22 stays'],
  ['24h', '2026-03-05T14:00', '2026-03-06..2026-03-06', '2026-03-07T14:00', '10 h to midnight, 14 h from the 7th'],
  ['5h', '2026-03-05T20:00', '2026-03-06..2026-03-08', '2026-03-09T01:00', '4 h to midnight, 1 h from the 9th'],
  ['5h', '2026-03-05T20:00', '2026-03-05..2026-03-05', '2026-03-06T05:00', 'all from the 6th'],
  ['5h', '2026-03-05T20:00', '2026-03-06..', null, 'without end'],
]

const pausesOf = (text: string) => text.split(' ').map((pause) => {
  const [from = '', to = ''] = pause.split('..')
  return { from, to: to === '' ? null : to, reason: '听证' }
})

describe('pausing a limit', () => {
  const calendar = shippedCalendar()
  it.each(rows)('%s from %s, paused %s, is due %s: %s', (limit, start, pauses, due) => {
    expect(workOut(calendar, limitOf(limit), { at: start, clause: '' }, pausesOf(pauses)).due).toBe(due)
  })

  it('names the stretch and the reasons', () => {
    const pauses = [{ from: '2026-03-09', to: '2026-03-11', reason: '听证' }, { from: '2026-03-10', to: '2026-03-12', reason: '鉴定' }]
    const { steps } = workOut(calendar, limitOf('5wd'), { at: '2026-03-05', clause: '' }, pauses)
    expect(steps.filter(({ what }) => what === 'paused')).toEqual([{ at: '2026-03-09', until: '2026-03-12', what: 'paused', why: '听证、鉴定' }])
  })
})
