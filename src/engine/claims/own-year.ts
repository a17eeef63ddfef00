import { datesIn } from './dates.ts'

/** The year a report is about: the one its first lines name, else the most frequent; null when none is named. */
export function ownYearOf(paragraphs: { text: string }[]): number | null {
  const texts = paragraphs.map(({ text }) => text).filter((text) => text.trim() !== '')
  const title = texts.slice(0, 2).flatMap(yearsOf)[0]
  if (title !== undefined) return title
  const votes = new Map<number, number>()
  for (const year of texts.flatMap(yearsOf)) votes.set(year, (votes.get(year) ?? 0) + 1)
  const [most] = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return most?.[0] ?? null
}

function yearsOf(text: string): number[] {
  return datesIn(text).map(({ year }) => year).filter((year) => year !== null)
}

/** The report's own year, the one before and the one after. */
export function isOwnYear(year: number, own: number | null): boolean {
  return own === null ? year >= 2015 : Math.abs(year - own) <= 1
}
