import type { Slot } from '../../../engine/claims/slot.ts'
import { parsePeriod, previousYear } from '../../metrics/period.ts'
import { sentenceAt } from './sentence.ts'
import { looksAhead, namesYear, yearsIn } from './years.ts'

const monthsApart = String.raw`\s*[—–~～至到-]\s*`
const ordinals = '一二三四'

/**
 * The period a slot's sentence speaks of, within the report's own: 上半年 of 2026 is 2026H1, 去年同期 the same
 * days a year before. Null when the words name none that can be computed (每季度 is a cadence, not a period).
 */
export function slotPeriod(words: string | null, reportPeriod: string): string | null {
  if (words === null || words === '') return reportPeriod
  if (/^每|前年/.test(words)) return null
  const before = /去年|上年|上一年/.test(words)
  const year = Number(reportPeriod.slice(0, 4)) - (before ? 1 : 0)
  const half = /(上|下)半年/.exec(words)
  if (half) return `${year}H${half[1] === '上' ? 1 : 2}`
  if (/季度/.test(words)) return quarters(words, year)
  if (/月/.test(words)) return months(words, year)
  if (before) return yearEarlier(reportPeriod)
  return /今年|本年|全年|年度|截至|以来|期间|半年|20\d{2}年/.test(words) ? reportPeriod : null
}

function quarters(words: string, year: number): string | null {
  const first = /前([二两三])个?季度/.exec(words)?.[1]
  if (first !== undefined) return span(year, 1, first === '三' ? 9 : 6)
  const [, from, to] = /第?([一二三四1-4])(?:季度)?(?:[—–~～至到、和及-]第?([一二三四1-4]))?季度/.exec(words) ?? []
  if (from === undefined) return null
  return to === undefined ? `${year}Q${ordinal(from)}` : span(year, ordinal(from) * 3 - 2, ordinal(to) * 3)
}

function months(words: string, year: number): string | null {
  const [, from, to] = new RegExp(String.raw`(\d{1,2})月?(?:份)?${monthsApart}(\d{1,2})月`).exec(words) ?? []
  if (from !== undefined) return span(year, Number(from), Number(to))
  const month = Number(/(?<!\d)(\d{1,2})月份?$/.exec(words)?.[1])
  return month >= 1 && month <= 12 ? `${year}-${pad(month)}` : null
}

function ordinal(text: string): number {
  return ordinals.includes(text) ? ordinals.indexOf(text) + 1 : Number(text)
}

/** Spelled as days where the days are not simply the same ones: the last of February stays the last. */
function yearEarlier(period: string): string {
  if (!period.includes('..')) return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`
  const { from, to } = previousYear(parsePeriod(period))
  return `${from}..${to}`
}

function span(year: number, from: number, to: number): string | null {
  if (from < 1 || from > to || to > 12) return null
  const lastDay = new Date(Date.UTC(year, to, 0)).getUTCDate()
  return `${year}-${pad(from)}-01..${year}-${pad(to)}-${pad(lastDay)}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

interface Around {
  slots: Slot[]
  paragraph: string
  ownYear: number | null
}

/**
 * How many years a figure's sentence is away from the report's own: 2024年召开12次，2025年召开15次 of a report on 2025
 * speaks of -1 and 0, and 20xx年计划召开x次 of 1. The last year named before the figure counts, unless the sentence
 * only compares with it.
 */
export function yearsAway(slot: Slot, { slots, paragraph, ownYear }: Around): number {
  const { start } = sentenceAt(paragraph, slot.column)
  const named = slots.findLast(
    ({ kind, line, column, text }) => kind === 'date' && line === slot.line && column >= start && column < slot.column && namesYear(text),
  )
  if (named === undefined || /[较比与同自从]$/.test(paragraph.slice(0, named.column))) return 0
  const [year, ...further] = yearsIn(named.text)
  if (year === undefined) return looksAhead(paragraph.slice(named.column + named.length)) ? 1 : 0
  return ownYear === null || further.length > 0 ? 0 : year - ownYear
}

/**
 * The words of a figure's period where the scan gave none: the months or the day that its own clause names (3月, 1月至9月,
 * 3月5日). Null without one, and for days that only bound the period: 截至10月31日, 1月1日至12月31日.
 */
export function dateWords(slot: Slot, { slots, paragraph }: Pick<Around, 'slots' | 'paragraph'>): string | null {
  const named = slots.findLast(({ kind, line, column }) => kind === 'date' && line === slot.line && column < slot.column)
  if (named === undefined) return null
  const between = paragraph.slice(named.column + named.length, slot.column)
  const bounding = /(截至|截止|自|从|到|至|于|较|比|与|同)$/.test(paragraph.slice(0, named.column)) || /^(底|末|以来|起|前|以前)/.test(between)
  if (bounding || /[，；。、]|全年|年内|累计/.test(between)) return null
  const words = named.text.replace(/^.*年/, '')
  return /月/.test(words) && !/日.*[日号]/.test(words) ? words : null
}

/** The same period some years earlier. */
export function earlier(period: string, years: number): string {
  return years <= 0 ? period : earlier(yearEarlier(period), years - 1)
}
