import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CallOf } from '../../../platform/contract/endpoint.ts'
import { server } from '../../../web/ui/server.ts'
import { listPeople } from '../contract/people.ts'
import { listUnits, readChart, readUnit } from '../contract/units.ts'

/** The units the reader may read, on a day or today. */
export function useUnits(on?: string) {
  return useQuery({
    queryKey: ['units', on ?? 'today'],
    queryFn: () => server.call(listUnits, { query: on === undefined ? {} : { on } }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
}

export function useUnit(unitId: string) {
  return useQuery({ queryKey: ['unit', unitId], queryFn: () => server.call(readUnit, { params: { unitId } }) })
}

export type PeopleQuery = NonNullable<CallOf<typeof listPeople>['query']>

export function usePeople(query: PeopleQuery) {
  return useQuery({
    queryKey: ['people', query],
    queryFn: () => server.call(listPeople, { query }),
    placeholderData: keepPreviousData,
  })
}

export function useChart(query: { unitId?: string; on?: string }) {
  return useQuery({
    queryKey: ['chart', query],
    queryFn: () => server.call(readChart, { query }),
    placeholderData: keepPreviousData,
  })
}
