import type { QueryClient } from '@tanstack/react-query'
import { listUnits } from '../../../modules/org/contract.ts'
import { readCatalogue } from '../../../modules/packs/contract.ts'
import { searchRecords } from '../../../modules/records/contract/list.ts'
import { listReports } from '../../../modules/reports/contract.ts'
import type { Permission } from '../../../platform/contract/endpoint.ts'
import { goTo } from '../../ui/address.ts'
import { readableDate, readablePeriod, type Language } from '../../ui/formats.ts'
import { server } from '../../ui/server.ts'
import { matching, type Hit } from './search.ts'

export type GroupName = 'places' | 'kinds' | 'reports' | 'records' | 'metrics' | 'units' | 'actions'

interface Asked {
  words: string
  language: Language
  /** Where lists that seldom change are kept, so that they are read once. */
  kept: QueryClient
}

/** A list of the server that the search everywhere looks through. */
export interface Finder {
  name: GroupName
  permission: Permission
  find(asked: Asked): Promise<Hit[]>
}

const mostHits = 5
const keptMs = 300_000

export const finders: Finder[] = [
  {
    name: 'kinds',
    permission: 'packs:read',
    async find({ words, language, kept }) {
      const { kinds } = await catalogue(kept)
      return matching(kinds, words, ({ title, en, sheets }) => [title, en, ...(sheets ?? [])].join(' '))
        .slice(0, mostHits)
        .map((kind) => ({ key: `kind-${kind.id}`, title: titleOf(kind, language), run: () => goTo(`/records/${kind.id}`) }))
    },
  },
  {
    name: 'reports',
    permission: 'reports:read',
    async find({ words, language }) {
      const { reports } = await server.call(listReports, { query: { search: words, limit: mostHits, offset: 0 } })
      return reports.map(({ reportId, title, period }) => ({
        key: reportId, title, detail: readablePeriod(period, language), run: () => goTo(`/reports/${reportId}`),
      }))
    },
  },
  {
    name: 'records',
    permission: 'records:read',
    async find({ words, language }) {
      const { records } = await server.call(searchRecords, { query: { text: words, limit: mostHits } })
      return records.map(({ recordId, title, kindTitle, occurredOn }) => ({
        key: recordId, title, detail: `${kindTitle} · ${readableDate(occurredOn, language)}`, run: () => goTo(`/record/${recordId}`),
      }))
    },
  },
  {
    name: 'metrics',
    permission: 'packs:read',
    async find({ words, language, kept }) {
      const { metrics } = await catalogue(kept)
      return matching(metrics, words, ({ title, en, phrases }) => [title, en, ...(phrases ?? [])].join(' '))
        .slice(0, mostHits)
        .map((metric) => ({ key: `metric-${metric.id}`, title: titleOf(metric, language), run: () => goTo(`/metrics/${metric.id}`) }))
    },
  },
  {
    name: 'units',
    permission: 'org:read',
    async find({ words, kept }) {
      const { units } = await kept.fetchQuery({ queryKey: ['palette', 'all-units'], queryFn: () => server.call(listUnits, {}), staleTime: keptMs })
      return matching(units, words, ({ name, path }) => `${name} ${path}`)
        .slice(0, mostHits)
        .map(({ unitId, name }) => ({ key: unitId, title: name, run: () => goTo(`/units/${unitId}`) }))
    },
  },
]

function catalogue(kept: QueryClient) {
  return kept.fetchQuery({ queryKey: ['palette', 'catalogue'], queryFn: () => server.call(readCatalogue, {}), staleTime: keptMs })
}

function titleOf({ title, en }: { title: string; en?: string | null | undefined }, language: Language): string {
  return language === 'en' ? (en ?? title) : title
}
