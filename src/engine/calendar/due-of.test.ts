import { describe, expect, it } from 'vitest'
import { shippedCalendar } from '../../../test/helpers/calendars.ts'
import { dueOf } from './due-of.ts'
import { periodOf } from './periods.ts'
import type { DueRule, RegularPeriod } from './terms.ts'

/** The rule as `end+10wd`, `start+30d next`; the period is the one that holds the day. */
const rows: [period: RegularPeriod, day: string, rule: string, due: string, reason: string][] = [
  ['quarter', '2026-01-01', 'end+10wd', '2026-04-15', '1–3 (3), 7–10 (7), 13–15 Apr'],
  ['quarter', '2026-04-01', 'end+10wd', '2026-07-14', '1–3 (3), 6–10 (8), 13, 14 July'],
  ['quarter', '2026-07-01', 'end+10wd', '2026-10-20', '8–10 (3), 12–16 (8), 19, 20 Oct'],
  ['quarter', '2025-10-01', 'end+10wd', '2026-01-15', 'Sun 4, 5–9 (6), 12–15 Jan'],
  ['quarter', '2026-10-01', 'end+10wd', '2027-01-15', 'for the time being: 4–8 (5), 11–15 Jan'],
  ['quarter', '2025-01-01', 'end+10wd', '2025-04-15', '1–3 (3), 7–11 (8), 14, 15 Apr'],
  ['quarter', '2025-07-01', 'end+10wd', '2025-10-21', '9–11 (3), 13–17 (8), 20, 21 Oct'],
  ['quarter', '2026-07-01', 'end-5wd', '2026-09-22', 'back: 29, 28, 24, 23, 22 Sep'],
  ['quarter', '2024-02-29', 'end+0d', '2024-03-31', 'a Sunday is kept'],
  ['quarter', '2024-02-29', 'end+0d prev', '2024-03-29', 'Sun to Fri'],
  ['month', '2026-01-01', 'end+5wd', '2026-02-06', '2–6 Feb'],
  ['month', '2026-02-01', 'end+5wd', '2026-03-06', '2–6 Mar; Sat 28 Feb lies before the end'],
  ['month', '2026-04-01', 'end+5wd', '2026-05-11', '6, 7, 8, Sat 9, 11 May'],
  ['month', '2026-09-01', 'end+3wd', '2026-10-10', '8, 9, Sat 10 Oct'],
  ['month', '2025-01-01', 'end+3wd', '2025-02-07', '5, 6, 7 Feb'],
  ['month', '2026-02-01', 'end-1wd', '2026-02-27', 'the Friday before Sat 28, itself worked'],
  ['month', '2026-02-01', 'end+0d prev', '2026-02-28', 'Sat 28 is worked'],
  ['month', '2026-05-01', 'end+0d prev', '2026-05-29', 'Sun 31 to Fri'],
  ['month', '2026-01-01', 'end+0d prev', '2026-01-30', 'Sat 31 to Fri'],
  ['month', '2026-10-01', 'end+0d next', '2026-11-02', 'Sat 31 to Mon'],
  ['month', '2026-12-01', 'end-5d', '2026-12-26', 'five days before the 31st'],
  ['month', '2026-10-01', 'start+5wd', '2026-10-13', '8, 9, 10, 12, 13 Oct'],
  ['month', '2026-10-01', 'start+0d next', '2026-10-08', '1–7 Oct rest'],
  ['month', '2026-10-01', 'start+0d prev', '2026-10-01', 'not before the period begins'],
  ['month', '2026-06-01', 'start+0wd', '2026-06-01', 'the first day itself'],
  ['month', '2024-02-01', 'end+0d', '2024-02-29', 'a leap year'],
  ['month', '2024-02-01', 'end+1d', '2024-03-01', 'the day after it'],
  ['month', '2023-02-01', 'end+0d', '2023-02-28', 'no leap year'],
  ['year', '2026-06-01', 'end+0d', '2026-12-31', 'a Thursday'],
  ['year', '2026-06-01', 'start+30d', '2026-01-31', 'by 31 January'],
  ['year', '2026-06-01', 'start+30d next', '2026-02-02', 'Sat 31 to Mon'],
  ['year', '2028-06-01', 'end+0d prev', '2028-12-29', 'Sun 31 to Fri, for the time being'],
  ['year', '2028-06-01', 'end+0d next', '2029-01-02', '1 Jan is a Monday that rests'],
  ['half-year', '2026-03-01', 'end+15d', '2026-07-15', 'fifteen days into July'],
  ['half-year', '2026-09-01', 'end-10wd', '2026-12-17', 'back: 30–28 (3), 25–21 (8), 18, 17'],
  ['week', '2026-03-04', 'end+0d prev', '2026-03-06', 'Sun 8 to Fri'],
  ['week', '2026-02-18', 'end+0d prev', '2026-02-22', 'the whole week rests'],
  ['week', '2026-02-18', 'end+0d next', '2026-02-24', 'and Monday too'],
  ['week', '2026-09-16', 'end+0d prev', '2026-09-20', 'Sun 20 is worked'],
  ['fortnight', '2026-03-02', 'end+1wd', '2026-03-09', 'weeks 9 and 10 end on Sun 8'],
  ['day', '2026-03-07', 'end+0d next', '2026-03-09', 'a Saturday to Monday'],
  ['day', '2026-03-07', 'end+0d prev', '2026-03-07', 'not before the period begins'],
]

function ruleOf(code: string): DueRule {
  const [, anchor, shift, measure, roll] = /^(start|end)([+-]\d+)(d|wd)(?: (next|prev))?$/.exec(code) ?? []
  return {
    anchor: anchor === 'start' ? 'start' : 'end',
    shift: Number(shift),
    measure: measure === 'wd' ? 'working-days' : 'days',
    onRestDay: roll === undefined ? 'keep' : roll === 'next' ? 'next-working-day' : 'previous-working-day',
  }
}

describe('when a period’s duty is due', () => {
  const calendar = shippedCalendar()
  it.each(rows)('%s of %s, %s: %s (%s)', (period, day, rule, due) => {
    expect(dueOf(periodOf(period, day), ruleOf(rule), calendar).due).toBe(due)
  })
})
