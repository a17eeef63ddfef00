import type { FieldType } from './field-type.ts'

const HINT = '应为日期，例如 2026-03-05 或 2026年3月5日'

/** A day of the calendar, kept as 'YYYY-MM-DD'. */
export const date: FieldType = {
  column: 'd',
  check: (value) => (typeof value === 'string' && isDay(value) ? null : HINT),
  toColumn: (value) => value,
}

/** Whether a text is a day as it is kept, 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  const parts = /^((?:19|20|21)\d{2})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
