import { useMemo } from 'react'
import { useAddress } from '../ui/address.ts'
import type { Filters } from './questions.ts'

/** What clears every filter of the address. */
export const noFilters = { types: null, actor: null, subject: null, from: null, to: null }

/** The filters that the address holds; its days are days of the reader's own clock. */
export function useFilters(): Filters {
  const { query } = useAddress()
  const written = query.toString()
  return useMemo(() => filtersOf(new URLSearchParams(written)), [written])
}

export function filtersOf(query: URLSearchParams): Filters {
  const pairs: [keyof Filters, string | null][] = [
    ['types', query.get('types')],
    ['actor', query.get('actor')],
    ['subject', query.get('subject')],
    ['from', beginningOf(query.get('from'), 0)],
    ['before', beginningOf(query.get('to'), 1)],
  ]
  return Object.fromEntries(pairs.filter(([, value]) => value !== null && value !== '')) as Filters
}

/** The moment at which a day 'YYYY-MM-DD' begins, or the one some days later; null for no day. */
function beginningOf(day: string | null, daysLater: number): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '')
  if (found === null) return null
  return new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]) + daysLater).toISOString()
}
