import { plain } from './field-type.ts'
import type { FieldType } from './field-type.ts'

const SPELLINGS = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]
const HINT = '应为日期，例如 2026-03-05 或 2026年3月5日'

/** A day of the calendar, kept as 'YYYY-MM-DD'. */
export const date: FieldType = {
  column: 'd',
  parse: (cell) => {
    const value = cell instanceof Date ? cell.toISOString().slice(0, 10) : spelled(plain(cell))
    return value !== null && isDay(value) ? { value } : { problem: HINT }
  },
  check: (value) => (typeof value === 'string' && isDay(value) ? null : HINT),
  toColumn: (value) => value,
}

function spelled(text: string): string | null {
  for (const spelling of SPELLINGS) {
    const found = spelling.exec(text)
    if (found !== null) return `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`
  }
  return null
}

function isDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
