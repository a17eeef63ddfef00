import { normal } from './normal.ts'

/** What to read dates with: the year of those that name none, the date system, whether a month alone will do. */
export interface DateReading {
  year: number | null
  since1904: boolean
  /** A column of months (统计月份): a month stands for its last day. */
  monthly: boolean
}

export type Parsed<T> = { value: T } | { error: string }

const chinese: Record<string, number> = { '〇': 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const separated = /^'?(\d{4}|\d{2}(?=[年.]\d{1,2}[月.]\d))[年./\-—\\](\d{1,2})[月./\-—\\](\d{1,2})[日号]?/
const yearMonth = /^(\d{4})[年./-](\d{1,2})月?(?:份|底|末)?$/
const monthDay = /^(\d{1,2})[月./-](\d{1,2})[日号]?/
const monthOnly = /^(\d{1,2})月(?:份|底|末)?$/
const trailing =
  /^(?:t?\d{1,2}[:时点]\d{0,2}分?(?::\d{2}(?:\.\d+)?)?z?|\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|上午|下午|早上|中午|晚上?|全天|起)*(?:[(（].{0,20}[)）])?(?:(?:至|到|-+|—+|–|~+|～|、|,|，|及|和).{1,30})?$/

/**
 * A date in the spellings that ledgers use, as 'YYYY-MM-DD'; of a range the first day.
 * A number is a serial of Excel, 20260305, or month.day of the reading's year.
 */
export function parseDate(cell: string | number | boolean, reading: DateReading): Parsed<string> {
  if (typeof cell === 'number') return parseNumber(cell, reading)
  if (typeof cell === 'boolean') return unreadable(String(cell))
  const text = arabic(normal(cell.replace(/\s+(?=\d{1,2}[:：时点])/, 't')))
  const full = separated.exec(text)
  if (full !== null) return ended(text.slice(full[0].length), cell, dated(fullYear(full[1]), Number(full[2]), Number(full[3]), cell))
  const month = yearMonth.exec(text)
  if (month !== null) return lastDay(Number(month[1]), Number(month[2]), cell, reading)
  const day = monthDay.exec(text)
  if (day !== null) return ended(text.slice(day[0].length), cell, withYear(Number(day[1]), Number(day[2]), cell, reading))
  const alone = monthOnly.exec(text)
  if (alone !== null) return reading.year === null ? noYear(cell) : lastDay(reading.year, Number(alone[1]), cell, reading)
  if (/^\d+(?:\.0+)?$/.test(text)) return parseNumber(Number(text), reading)
  return unreadable(cell)
}

/** The year that a title, sheet or file name speaks of; null unless it names exactly one. */
export function yearIn(text: string): number | null {
  const found = new Set([...normal(text).matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((match) => Number(match[1])))
  const [year] = found
  return found.size === 1 && year !== undefined && inReason(year) ? year : null
}

function parseNumber(value: number, reading: DateReading): Parsed<string> {
  if (Number.isInteger(value) && value >= 19490101 && value <= 21001231) {
    return dated(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100, String(value))
  }
  if (value >= 20_000 && value < 75_000) return { value: serialDate(Math.floor(value), reading.since1904) }
  const month = Math.floor(value)
  const digits = /^\d+\.(\d{1,2})$/.exec(String(value))?.[1]
  if (month < 1 || month > 12 || digits === undefined) return unreadable(String(value))
  if (/^[123]$/.test(digits)) {
    return { error: `“${value}”分不清是 ${month} 月 ${digits} 日还是 ${digits}0 日，请写成 2026-03-05 的样子` }
  }
  return withYear(month, Number(digits), String(value), reading)
}

// Excel counts from 1899-12-30 (with its 1900-02-29 that never was) or from 1904-01-01: ECMA-376 §18.17.4.1.
const serialDate = (serial: number, since1904: boolean) =>
  new Date(Date.UTC(since1904 ? 1904 : 1899, since1904 ? 0 : 11, since1904 ? 1 : 30) + serial * 86_400_000).toISOString().slice(0, 10)

const ended = (rest: string, cell: string, date: Parsed<string>): Parsed<string> => (trailing.test(rest) ? date : unreadable(cell))

const withYear = (month: number, day: number, cell: string, reading: DateReading): Parsed<string> =>
  reading.year === null ? noYear(cell) : dated(reading.year, month, day, cell)

function lastDay(year: number, month: number, cell: string, reading: DateReading): Parsed<string> {
  if (!reading.monthly) return { error: `“${cell}”只写到月，请写到日，如 2026-03-05` }
  return dated(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate(), cell)
}

function dated(year: number, month: number, day: number, cell: string): Parsed<string> {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { error: `“${cell}”不是存在的日期` }
  if (!inReason(year)) return { error: `“${cell}”的年份不合常理` }
  return { value: date.toISOString().slice(0, 10) }
}

const inReason = (year: number) => year >= 1949 && year <= 2100

const fullYear = (digits = '') => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

/** Chinese digits of a date: 二〇二六年三月二十五日 → 2026年3月25日. */
function arabic(text: string): string {
  return text.replace(/[〇零一二三四五六七八九十]+(?=[年月日号])/g, (digits) => {
    const ten = /^(.?)十(.?)$/.exec(digits)
    if (ten !== null) return String((ten[1] ? (chinese[ten[1]] ?? 0) : 1) * 10 + (ten[2] ? (chinese[ten[2]] ?? 0) : 0))
    return [...digits].map((digit) => chinese[digit] ?? digit).join('')
  })
}

const noYear = (cell: string): Parsed<string> => ({ error: `“${cell}”没有年份，请写成 2026-03-05 的样子，或在读取时指明年份` })

const unreadable = (cell: string): Parsed<string> => ({ error: `“${cell.slice(0, 30)}”不是能识别的日期，请写成 2026-03-05 的样子` })
