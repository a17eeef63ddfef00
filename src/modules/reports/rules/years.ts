import type { Slot } from '../../../engine/claims/slot.ts'

/**
 * The year a report speaks of: the one its title names, else the one its date slots name most often.
 * Null when every year is left as 20xx.
 */
export function reportYear(paragraphs: { line: number; text: string }[], slots: Slot[]): number | null {
  const title = paragraphs.find((paragraph) => paragraph.text.trim() !== '')
  const dates = slots.filter((slot) => slot.kind === 'date').flatMap((slot) => yearsIn(slot.text).map((year) => ({ line: slot.line, year })))
  const named = dates.find((date) => date.line === title?.line)
  if (named !== undefined) return named.year
  const votes = new Map<number, number>()
  for (const { year } of dates) votes.set(year, (votes.get(year) ?? 0) + 1)
  const [most] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return most?.[0] ?? null
}

function yearsIn(text: string): number[] {
  return [...text.matchAll(/(?<!\d)(20\d{2})(?!\d)/g)].map((match) => Number(match[1]))
}

const openYear = /20[xX×*＊○_]{2}|[xX×]{4}(?=年)|[xX×]{2}(?=年)/g
const plansAhead = /^年?[，,]?(度|我[局院校委办们中]|本单位|全[局院校市县]|下一步)?.{0,8}?(将|拟|计划|工作打算|工作安排|工作思路)/

/**
 * A date slot moved to the period's year: years keep their distance from the report's own year, so next
 * year's plans move too; an open 20xx becomes the period's year, or the next one where the text plans ahead.
 * Null when the slot holds no year (x月x日), which nobody but the author can fill.
 */
export function moveYears(slot: Slot, after: string, ownYear: number | null, targetYear: number): string | null {
  const shift = ownYear === null ? 0 : targetYear - ownYear
  const moved = slot.text
    .replace(/(?<!\d)20\d{2}(?!\d)/g, (year) => String(Number(year) + shift))
    .replace(openYear, (year) => {
      const full = plansAhead.test(after) ? targetYear + 1 : targetYear
      return year.length === 2 ? String(full % 100) : String(full)
    })
  const held = /20\d{2}/.test(slot.text) || openYear.test(slot.text)
  openYear.lastIndex = 0
  return held && !/[xX×]/.test(moved) ? moved : null
}

/**
 * The period a slot's sentence speaks of, within the report's own: 上半年 of 2026 is 2026H1.
 * Null when the words name none that can be computed (每季度 is a cadence, not a period).
 */
export function slotPeriod(words: string | null, reportPeriod: string): string | null {
  if (words === null || words === '') return reportPeriod
  const year = Number(reportPeriod.slice(0, 4))
  if (/去年|上年|上一年/.test(words)) return previous(reportPeriod)
  const half = /(上|下)半年/.exec(words)
  if (half) return `${year}H${half[1] === '上' ? 1 : 2}`
  const quarter = /第?([一二三四1-4])季度/.exec(words)
  if (quarter) return `${year}Q${'一二三四'.includes(quarter[1] ?? '') ? '一二三四'.indexOf(quarter[1] ?? '') + 1 : quarter[1]}`
  const months = /(\d{1,2})\s*[—–~～至到-]\s*(\d{1,2})月/.exec(words)
  if (months) return span(year, Number(months[1]), Number(months[2]))
  const month = /(?<!\d)(\d{1,2})月(份)?$/.exec(words)
  if (month) return `${year}-${String(month[1]).padStart(2, '0')}`
  return /每|今年|本年|全年|年度|截至|以来|期间|半年|20\d{2}年/.test(words) ? reportPeriod : null
}

function previous(period: string): string {
  return period.replace(/\d{4}/g, (year) => String(Number(year) - 1))
}

function span(year: number, from: number, to: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  const lastDay = new Date(Date.UTC(year, to, 0)).getUTCDate()
  return `${year}-${pad(from)}-01..${year}-${pad(to)}-${pad(lastDay)}`
}
