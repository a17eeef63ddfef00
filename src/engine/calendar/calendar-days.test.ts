import { describe, expect, it } from 'vitest'
import { limitOf, shippedCalendar } from '../../../test/helpers/calendars.ts'
import { workOut } from './work-out.ts'

type Row = [limit: string, start: string, due: string, reason: string]

const days: Row[] = [
  ['0d', '2026-03-07', '2026-03-07', 'on the day of the event'],
  ['1d', '2026-01-31', '2026-02-01', 'over the end of a month'],
  ['15d', '2026-03-05', '2026-03-20', 'the first day is not counted'],
  ['15d inc', '2026-03-05', '2026-03-19', 'the first day is counted'],
  ['15d', '2025-12-25', '2026-01-09', '6 days to 31 Dec, 9 after'],
  ['1d', '2026-12-31', '2027-01-01', 'over the end of the year; no calendar is asked'],
  ['30d', '2026-01-31', '2026-03-02', '28 days of February, 2 after'],
  ['30d', '2024-01-31', '2024-03-01', '29 days of February, 1 after'],
  ['30d', '2026-02-28', '2026-03-30', '30 after the last of February'],
  ['30d', '2026-06-30', '2026-07-30', 'a month of 31 days follows'],
  ['60d', '2026-01-01', '2026-03-02', '30 to 31 Jan, 28 (58), 2'],
  ['60d', '2024-01-01', '2024-03-01', '30 to 31 Jan, 29 (59), 1'],
  ['90d', '2025-10-01', '2025-12-30', '30 to 31 Oct, 30 (60), 30'],
  ['1d', '2024-02-28', '2024-02-29', 'a leap year'],
  ['1d', '2023-02-28', '2023-03-01', 'no leap year'],
  ['1d', '2024-02-29', '2024-03-01', 'from a leap day'],
  ['365d', '2024-02-29', '2025-02-28', 'a year from a leap day'],
  ['366d', '2024-02-29', '2025-03-01', 'a year and a day'],
  ['365d', '2023-03-01', '2024-02-29', 'to a leap day'],
]

/** The last day, and where it goes when it rests. */
const rolled: Row[] = [
  ['15d', '2026-03-06', '2026-03-21', 'a Saturday is kept'],
  ['15d next', '2026-03-06', '2026-03-23', 'Sat 21 to Mon 23'],
  ['15d prev', '2026-03-06', '2026-03-20', 'Sat 21 to Fri 20'],
  ['15d next', '2026-03-20', '2026-04-07', 'Sat 4 Apr, Qingming to Mon 6'],
  ['15d prev', '2026-03-20', '2026-04-03', 'back to Friday'],
  ['15d next', '2026-04-16', '2026-05-06', '1 May, rest to 5'],
  ['15d prev', '2026-04-16', '2026-04-30', 'the day before the festival'],
  ['15d next', '2026-04-24', '2026-05-09', 'Sat 9 May is worked'],
  ['15d prev', '2026-04-24', '2026-05-09', 'so it goes nowhere backward either'],
  ['15d next', '2026-01-31', '2026-02-24', '15 Feb, rest to 23'],
  ['15d prev', '2026-01-31', '2026-02-14', 'Sat 14 Feb is worked'],
  ['15d next', '2026-02-13', '2026-02-28', 'Sat 28 Feb is worked'],
  ['15d next', '2025-12-18', '2026-01-04', '2 Jan, Sun 4 is worked'],
  ['15d prev', '2025-12-18', '2025-12-31', 'back over the turn of the year'],
  ['30d next', '2025-12-02', '2026-01-04', '1 Jan, Sun 4 is worked'],
  ['60d next', '2026-01-04', '2026-03-05', '27 to 31 Jan, 28 (55), 5: a Thursday'],
  ['15d next', '2026-09-11', '2026-09-28', 'Sat 26, Mid-Autumn to 27'],
  ['15d prev', '2026-09-11', '2026-09-24', 'Fri 25 rests too'],
  ['15d next', '2026-09-05', '2026-09-20', 'Sun 20 is worked'],
  ['15d next', '2026-09-16', '2026-10-08', '1 Oct, rest to 7'],
  ['15d prev', '2026-09-16', '2026-09-30', 'the day before'],
  ['15d next', '2026-09-25', '2026-10-10', 'Sat 10 is worked'],
  ['15d next', '2026-06-04', '2026-06-22', 'Fri 19 June, rest to 21'],
  ['15d prev', '2026-06-04', '2026-06-18', 'the day before'],
  ['15d next', '2025-01-13', '2025-02-05', '28 Jan, rest to 4 Feb'],
  ['15d prev', '2025-01-13', '2025-01-27', 'the day before'],
  ['15d next', '2025-01-11', '2025-01-26', 'Sun 26 is worked'],
  ['15d next', '2025-01-24', '2025-02-08', 'Sat 8 is worked'],
  ['15d next', '2025-03-20', '2025-04-07', 'Fri 4 Apr, rest to 6'],
  ['15d next', '2025-04-12', '2025-04-27', 'Sun 27 is worked'],
  ['15d next', '2025-04-16', '2025-05-06', '1 May, rest to 5'],
  ['15d next', '2025-05-16', '2025-06-03', 'Sat 31 May, rest to 2 June'],
  ['15d next', '2025-09-13', '2025-09-28', 'Sun 28 is worked'],
  ['15d next', '2025-09-16', '2025-10-09', '1 Oct, rest to 8'],
  ['15d next', '2025-09-26', '2025-10-11', 'Sat 11 is worked'],
  ['1d prev', '2026-03-06', '2026-03-06', 'back to the day of the event'],
  ['1d prev', '2026-03-07', '2026-03-08', 'but not before it'],
]

/** Hours run through nights and rest days, in Beijing time, which is never put forward or back. */
const hours: Row[] = [
  ['0h', '2026-03-05T14:30', '2026-03-05T14:30', 'at once'],
  ['5h', '2026-03-05T14:30', '2026-03-05T19:30', 'within the day'],
  ['5h', '2026-03-05T18:59', '2026-03-05T23:59', 'to the last minute of the day'],
  ['5h', '2026-03-05T19:00', '2026-03-06T00:00', 'to midnight'],
  ['5h', '2026-03-05T20:30', '2026-03-06T01:30', 'through the night'],
  ['1h', '2026-03-05T23:30:45', '2026-03-06T00:30', 'seconds are dropped'],
  ['5h', '2026-03-05', '2026-03-05T05:00', 'without a time of day from 00:00'],
  ['24h', '2026-02-16T09:00', '2026-02-17T09:00', 'through the Spring Festival'],
  ['24h', '2026-04-30T16:00', '2026-05-01T16:00', 'on to a rest day, and not rolled'],
  ['48h', '2026-03-06T17:00', '2026-03-08T17:00', 'through a weekend'],
  ['48h', '2026-02-27T23:59', '2026-03-01T23:59', 'over the end of February'],
  ['48h', '2024-02-28T10:00', '2024-03-01T10:00', 'over a leap day'],
  ['24h', '2024-02-28T10:00', '2024-02-29T10:00', 'on to a leap day'],
  ['48h', '2023-02-28T10:00', '2023-03-02T10:00', 'no leap day'],
  ['5h', '2026-12-31T22:00', '2027-01-01T03:00', 'over the turn of the year'],
  ['24h', '2026-12-31T00:00', '2027-01-01T00:00', 'from midnight to midnight'],
  ['24h', '2026-03-28T12:00', '2026-03-29T12:00', 'the night Europe loses an hour'],
  ['24h', '2026-10-24T12:00', '2026-10-25T12:00', 'the night Europe gains one'],
  ['5h', '2026-03-08T00:30', '2026-03-08T05:30', 'the night America loses one'],
  ['72h', '2026-09-30T18:00', '2026-10-03T18:00', 'three days of National Day'],
  ['168h', '2026-02-10T08:00', '2026-02-17T08:00', 'a week'],
]

describe('working out a limit in calendar days or hours', () => {
  const calendar = shippedCalendar()
  it.each([...days, ...rolled, ...hours])('%s from %s is due %s: %s', (limit, start, due) => {
    expect(workOut(calendar, limitOf(limit), { at: start, clause: '' })).toMatchObject({ due, unannounced: [] })
  })

  it('refuses what is no day or moment', () => {
    for (const at of ['2026-02-29', '2026-3-5', '2026-03-05T24:00', '2026-03-05 14:30', '2026-03-05T14:30Z', '']) {
      expect(() => workOut(calendar, limitOf('24h'), { at, clause: '' })).toThrow(RangeError)
    }
  })
})
