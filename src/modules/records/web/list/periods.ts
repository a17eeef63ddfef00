export type NamedPeriod = 'thisYear' | 'lastYear' | 'thisQuarter' | 'thisMonth'

/** The usual periods around a moment, by the clock of the reader; days of both ends included. */
export function periodsAround(now: Date): { name: NamedPeriod; from: string; to: string }[] {
  const [year, month] = [now.getFullYear(), now.getMonth()]
  const quarter = Math.floor(month / 3) * 3
  return [
    { name: 'thisYear', from: `${year}-01-01`, to: `${year}-12-31` },
    { name: 'lastYear', from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
    { name: 'thisQuarter', from: dayOf(year, quarter, 1), to: dayOf(year, quarter + 3, 0) },
    { name: 'thisMonth', from: dayOf(year, month, 1), to: dayOf(year, month + 1, 0) },
  ]
}

/** Day 0 is the last of the month before. */
function dayOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
}
