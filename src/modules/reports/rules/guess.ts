/** What is known of a report that was dropped. */
interface Read {
  title: string
  ownYear: number | null
  /** Figures that stand, and places still left open. */
  standing: number
  missing: number
}

/**
 * The period that a report is probably to be filled for: a finished one serves as the pattern of the next year, one
 * that is mostly empty is this year's own. Half-years, quarters and months keep their place in the year.
 */
export function likelyPeriod({ title, ownYear, standing, missing }: Read): string | null {
  if (ownYear === null) return null
  const year = missing > standing ? ownYear : ownYear + 1
  const half = /([上下])半年/.exec(title)?.[1]
  if (half !== undefined) return `${year}H${half === '上' ? 1 : 2}`
  const quarter = /第?([一二三四1-4])季度/.exec(title)?.[1]
  if (quarter !== undefined) return `${year}Q${'一二三四'.includes(quarter) ? '一二三四'.indexOf(quarter) + 1 : quarter}`
  const month = Number(/年\s*(\d{1,2})月(?!\d*日)/.exec(title)?.[1] ?? 0)
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : String(year)
}

/** The unit that a title names: the longest name found in it, since a bureau's name is part of its offices'. */
export function likelyUnit(title: string, units: { unitId: string; name: string }[]): { unitId: string; name: string } | null {
  const words = title.normalize('NFKC').replace(/\s+/g, '')
  const named = units.filter(({ name }) => words.includes(name.normalize('NFKC').replace(/\s+/g, '')))
  return named.toSorted((a, b) => b.name.length - a.name.length)[0] ?? null
}
