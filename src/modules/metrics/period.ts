import { Invalid } from '../../platform/errors.ts'

/** The days a number is about, both included, as 'YYYY-MM-DD'; `label` is what reports call it. */
export interface Period {
  from: string
  to: string
  label: string
}

const SPELLING = /^(\d{4})(?:H([12])|Q([1-4])|-(\d{2}))?$/
const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度']

/**
 * Reads `2026`, `2026H1`, `2026Q3`, `2026-05` and `2026-03-01..2026-05-31`.
 *
 * @throws {Invalid} `bad-period`; the message lists the spellings
 */
export function parsePeriod(text: string): Period {
  const days = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text)
  if (days !== null) return between(text, days[1] ?? '', days[2] ?? '')
  const [, year = '', half, quarter, month] = SPELLING.exec(text) ?? []
  if (!isYear(Number(year))) throw badPeriod(text)
  if (half !== undefined) return months(year, Number(half) * 6 - 5, 6, `${year}年${half === '1' ? '上' : '下'}半年`)
  if (quarter !== undefined) return months(year, Number(quarter) * 3 - 2, 3, `${year}年${QUARTERS[Number(quarter) - 1]}`)
  if (month === undefined) return months(year, 1, 12, `${year}年`)
  if (Number(month) < 1 || Number(month) > 12) throw badPeriod(text)
  return months(year, Number(month), 1, `${year}年${Number(month)}月`)
}

/**
 * The same period a year earlier. The last day of February stays the last day of February, so that January and
 * February are compared with all of January and February.
 */
export function previousYear(period: Period): Period {
  const from = yearBefore(period.from)
  const to = isEndOfFebruary(period.to) ? lastDay(Number(period.to.slice(0, 4)) - 1, 2) : yearBefore(period.to)
  const named = /^\d{4}年(?!\d+月\d+日)/.test(period.label)
  const label = named ? `${from.slice(0, 4)}${period.label.slice(4)}` : daysLabel(from, to)
  return { from, to, label }
}

/** 2026年3月1日至5月31日; the year is said once when it is one year, and a single day is one day. */
export function daysLabel(from: string, to: string): string {
  if (from === to) return dayLabel(from)
  const end = dayLabel(to)
  return `${dayLabel(from)}至${from.slice(0, 4) === to.slice(0, 4) ? end.slice(5) : end}`
}

/** 2026年3月5日 */
export function dayLabel(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

function between(text: string, from: string, to: string): Period {
  if (!isDay(from) || !isDay(to) || from > to) throw badPeriod(text)
  return { from, to, label: daysLabel(from, to) }
}

function months(year: string, first: number, count: number, label: string): Period {
  const from = `${year}-${String(first).padStart(2, '0')}-01`
  return { from, to: lastDay(Number(year), first + count - 1), label }
}

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

function yearBefore(day: string): string {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return isDay(before) ? before : lastDay(Number(before.slice(0, 4)), 2)
}

function isEndOfFebruary(day: string): boolean {
  return day.slice(5, 7) === '02' && day === lastDay(Number(day.slice(0, 4)), 2)
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && isYear(Number(text.slice(0, 4)))
}

// As far as records reach (a date of a record lies in 1900 to 2199), with a year before them to compare with.
function isYear(year: number): boolean {
  return year >= 1900 && year <= 2199
}

function badPeriod(text: string): Invalid {
  return new Invalid(
    'bad-period',
    `“${text.slice(0, 40)}”不是时期。可写：2026（全年）、2026H1（上半年）、2026Q3（第三季度）、2026-05（月）、` +
      '2026-03-01..2026-05-31（起止日期，含首尾两天）。',
  )
}
