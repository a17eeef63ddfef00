import type { Reader } from '../../platform/database/database.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { Month, Numbers } from './contract.ts'
import { evaluate } from './evaluate.ts'
import type { Figure } from './figure.ts'
import { parsePeriod, previousYear } from './period.ts'

/** The periods in which a year is shown: so far, and by month; each beside the same of the year before. */
export interface YearPeriods {
  year: number
  /** 2025, or of the present year 2026-01-01..2026-11-25. */
  period: string
  before: string
  /** How many months have begun. */
  begun: number
}

/** The periods of a year as seen on a day; a year to come is shown whole. */
export function periodsOf(year: number, today: string): YearPeriods {
  const runs = today.startsWith(`${year}-`) && !today.endsWith('-12-31')
  const period = runs ? `${year}-01-01..${today}` : String(year)
  const { from, to } = previousYear(parsePeriod(period))
  return { year, period, before: runs ? `${from}..${to}` : String(year - 1), begun: runs ? Number(today.slice(5, 7)) : 12 }
}

export interface YearOfMetric {
  metric: string
  now: Figure
  last: Figure | null
  months: Month[]
}

interface Asked {
  metrics: string[]
  facets: Record<string, string>
  unitId: string | null
  periods: YearPeriods
  position: number
}

/** Computes metrics for a year and the year before, by month and so far; one scan for each kind. */
export async function yearsOf(db: Reader, catalogue: Catalogue, { metrics, facets, unitId, periods, position }: Asked): Promise<YearOfMetric[]> {
  const requests = metrics.flatMap((metric) => {
    // A change compares by itself, and its year before would be compared with the year before that.
    const isChange = catalogue.metrics.get(metric)?.form === 'change'
    return allPeriods(periods, isChange).map((period) => ({ metric, facets, unitId, period }))
  })
  const figures = await evaluate(db, catalogue, requests, { position })
  const found = new Map(figures.map((figure) => [`${figure.metric} ${figure.period}`, figure]))
  return metrics.flatMap((metric) => {
    const of = (period: string) => found.get(`${metric} ${period}`) ?? null
    const now = of(periods.period)
    return now === null ? [] : [{ metric, now, last: of(periods.before), months: monthsOf(periods, of) }]
  })
}

function allPeriods({ year, period, before, begun }: YearPeriods, isChange: boolean): string[] {
  const now = [period, ...Array.from({ length: begun }, (_, month) => monthOf(year, month + 1))]
  return isChange ? now : [...now, before, ...Array.from({ length: 12 }, (_, month) => monthOf(year - 1, month + 1))]
}

function monthsOf({ year }: YearPeriods, of: (period: string) => Figure | null): Month[] {
  return Array.from({ length: 12 }, (_, month) => ({
    month: month + 1,
    now: numbersOf(of(monthOf(year, month + 1))),
    before: numbersOf(of(monthOf(year - 1, month + 1))),
  }))
}

function numbersOf(figure: Figure | null): Numbers | null {
  if (figure === null) return null
  const { value, numerator, denominator, excluded, records } = figure
  return { value, numerator, denominator, excluded, records }
}

function monthOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}
