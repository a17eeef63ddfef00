import type { Permission } from '../../../platform/contract/endpoint.ts'
import { listReports } from '../../../modules/reports/contract.ts'
import { goTo } from '../../ui/address.ts'
import { readablePeriod, type Language } from '../../ui/formats.ts'
import { server } from '../../ui/server.ts'
import { matching, type Hit } from './search.ts'

export type GroupName = 'places' | 'reports' | 'records' | 'units' | 'metrics' | 'actions'

/** A list of the server that the search everywhere looks through. */
interface Finder {
  name: GroupName
  permission: Permission
  find(words: string, language: Language): Promise<Hit[]>
}

const mostHits = 5

export const finders: Finder[] = [
  {
    name: 'reports',
    permission: 'reports:read',
    async find(words, language) {
      const { reports } = await server.call(listReports, { query: { limit: 100, offset: 0 } })
      return matching(reports, words, ({ title, unit, period }) => `${title} ${unit} ${period}`)
        .slice(0, mostHits)
        .map(({ reportId, title, period }) => ({ key: reportId, title, detail: readablePeriod(period, language), run: () => goTo(`/reports/${reportId}`) }))
    },
  },
]
