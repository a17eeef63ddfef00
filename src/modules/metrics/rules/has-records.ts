import type { Month, Numbers } from '../contract.ts'

/** Whether a metric has anything to show: a record counted or left out, this year or the year before. */
export function hasRecords({ now, last, months }: { now: Numbers; last: Numbers | null; months: Month[] }): boolean {
  const all = [now, last, ...months.flatMap((month) => [month.now, month.before])]
  return all.some((numbers) => numbers !== null && (numbers.records > 0 || numbers.excluded > 0 || (numbers.denominator ?? 0) > 0))
}
