import { describe, expect, it } from 'vitest'
import { limitOf, shippedCalendar } from '../../../test/helpers/calendars.ts'
import { workOut } from './work-out.ts'

type Row = [limit: string, start: string, due: string, reason: string]

/** By the notices of 2020 to 2024. */
const announced: Row[] = [
  ['5wd', '2020-01-17', '2020-01-23', 'Sun 19 make-up, 20–23'],
  ['6wd', '2020-01-17', '2020-02-03', 'as above, 24 Jan – 2 Feb rest'],
  ['1wd', '2020-01-23', '2020-02-03', 'Sat 1 Feb, first a make-up day, rests by the second notice'],
  ['1wd', '2020-02-28', '2020-03-02', '29 Feb is a Saturday'],
  ['1wd', '2020-04-30', '2020-05-06', '1–5 May rest'],
  ['1wd', '2020-05-08', '2020-05-09', 'Sat make-up'],
  ['1wd', '2020-06-24', '2020-06-28', '25–27 rest, Sun 28 make-up'],
  ['3wd', '2020-09-25', '2020-09-29', 'Sun 27 make-up, 28, 29'],
  ['5wd', '2020-09-25', '2020-10-09', '27–30 (4), 1–8 Oct rest'],
  ['6wd', '2020-09-25', '2020-10-10', 'as above, Sat 10 make-up'],
  ['1wd', '2021-02-05', '2021-02-07', 'Sun make-up'],
  ['1wd', '2021-02-10', '2021-02-18', '11–17 rest'],
  ['3wd', '2021-02-10', '2021-02-20', '18, 19, Sat 20 make-up'],
  ['1wd', '2021-09-17', '2021-09-18', 'Sat make-up'],
  ['2wd', '2021-09-17', '2021-09-22', '18, then 19–21 rest'],
  ['1wd', '2022-01-28', '2022-01-29', 'Sat make-up'],
  ['3wd', '2022-01-28', '2022-02-07', '29, 30, then 31 Jan – 6 Feb rest'],
  ['1wd', '2022-04-01', '2022-04-02', 'Sat make-up'],
  ['2wd', '2022-04-01', '2022-04-06', '2, then 3–5 rest'],
  ['2wd', '2022-10-07', '2022-10-09', 'both days of the weekend are made up'],
  ['3wd', '2022-10-07', '2022-10-10', '8, 9, 10'],
  ['1wd', '2022-12-30', '2023-01-03', 'Sat 31 Dec – Mon 2 Jan rest'],
  ['1wd', '2023-01-20', '2023-01-28', '21–27 rest, Sat 28 make-up'],
  ['3wd', '2023-01-20', '2023-01-30', '28, 29, 30'],
  ['1wd', '2023-06-21', '2023-06-25', '22–24 rest, Sun 25 make-up'],
  ['3wd', '2023-09-28', '2023-10-09', '29 Sep – 6 Oct rest, 7, 8, 9'],
  ['1wd', '2024-02-02', '2024-02-04', 'Sun make-up'],
  ['1wd', '2024-02-08', '2024-02-09', 'New Year’s Eve of 2024 was a working day'],
  ['1wd', '2024-02-09', '2024-02-18', '10–17 rest, Sun 18 make-up'],
  ['1wd', '2024-02-28', '2024-02-29', 'a leap day on a Thursday'],
  ['2wd', '2024-02-28', '2024-03-01', '29, 1'],
  ['1wd', '2024-04-03', '2024-04-07', '4–6 rest, Sun 7 make-up'],
  ['2wd', '2024-04-03', '2024-04-08', '7, 8'],
  ['1wd', '2024-09-13', '2024-09-14', 'Sat make-up'],
  ['2wd', '2024-09-13', '2024-09-18', '14, then 15–17 rest'],
]

/** By the statutory rest days only: 13 since 2025, 11 before. */
const statutory: Row[] = [
  ['1wd', '2026-12-31', '2027-01-04', 'Fri 1 Jan rests, then the weekend'],
  ['5wd', '2027-02-04', '2027-02-15', 'Fri 5 (New Year’s Eve) – Mon 8 rest; 9–12 (4), 15'],
  ['1wd', '2027-04-02', '2027-04-06', 'Mon 5 is Qingming'],
  ['1wd', '2027-04-30', '2027-05-03', '1 and 2 May are a weekend; when they are made up only the notice will say'],
  ['1wd', '2027-06-08', '2027-06-10', 'Wed 9 is Dragon Boat'],
  ['1wd', '2027-09-14', '2027-09-16', 'Wed 15 is Mid-Autumn'],
  ['1wd', '2027-09-30', '2027-10-04', 'Fri 1 – Sun 3 rest'],
  ['1wd', '2028-01-24', '2028-01-31', 'Tue 25 – Fri 28 rest, then the weekend'],
  ['1wd', '2028-02-28', '2028-02-29', 'a leap day on a Tuesday'],
  ['15d next', '2027-09-16', '2027-10-04', '1 Oct rests'],
  ['1wd', '2019-02-04', '2019-02-08', 'before 2025 New Year’s Eve is no rest day, and 5–7 are'],
  ['1wd', '2019-04-30', '2019-05-02', 'before 2025 Labour Day is one day'],
]

describe('working out a limit in other years', () => {
  const calendar = shippedCalendar()
  it.each(announced)('%s from %s is due %s: %s', (limit, start, due) => {
    expect(workOut(calendar, limitOf(limit), { at: start, clause: '' })).toMatchObject({ due, unannounced: [] })
  })

  it.each(statutory)('%s from %s is due %s for the time being: %s', (limit, start, due) => {
    const worked = workOut(calendar, limitOf(limit), { at: start, clause: '' })
    expect(worked).toMatchObject({ due, unannounced: [Number(due.slice(0, 4))] })
    expect(worked.steps.at(-1)).toMatchObject({ what: 'due', unannounced: true, edition: expect.stringContaining('法定节假日') })
  })
})
