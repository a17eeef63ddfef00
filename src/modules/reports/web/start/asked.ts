import { ReportState } from '../../contract/shared.ts'
import type { ListQuery } from './questions.ts'

export const reportsPerPage = 20

/** In an address, reports of the whole body. */
export const wholeBody = 'whole'

const sorts = ['changed', 'title', 'period'] as const

/** What an address asks of the list; words it does not know are left out. */
export function askedOf(query: URLSearchParams): ListQuery {
  const state = ReportState.safeParse(query.get('state')).data
  const sort = sorts.find((one) => one === query.get('sort'))
  const unitId = query.get('unit')
  const page = Math.max(1, Math.trunc(Number(query.get('page') ?? 1)) || 1)
  return {
    limit: reportsPerPage, offset: (page - 1) * reportsPerPage,
    ...(query.get('q') ? { search: query.get('q') ?? '' } : {}),
    ...(state === undefined ? {} : { state, discarded: String(state === 'discarded') }),
    ...(query.get('period') ? { period: query.get('period') ?? '' } : {}),
    ...(unitId === null ? {} : unitId === wholeBody ? { wholeBody: 'true' } : { unitId }),
    ...(sort === undefined ? {} : { sort }),
  }
}
