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

export function yearsIn(text: string): number[] {
  return [...text.matchAll(/(?<!\d)(20\d{2})(?!\d)/g)].map((match) => Number(match[1]))
}

/** Whether a date names a year, be it still open as 20xx. */
export function namesYear(text: string): boolean {
  return yearsIn(text).length > 0 || text.search(openYear) >= 0
}

/** Whether the words after a year say what is planned for it. */
export function looksAhead(after: string): boolean {
  return plansAhead.test(after)
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
  let held = false
  const moved = slot.text
    .replace(/(?<!\d)20\d{2}(?!\d)/g, (year) => {
      held = true
      return String(Number(year) + shift)
    })
    .replace(openYear, (year) => {
      held = true
      const full = looksAhead(after) ? targetYear + 1 : targetYear
      return year.length === 2 ? String(full % 100) : String(full)
    })
  return held && !/[xX×]/.test(moved) ? moved : null
}
