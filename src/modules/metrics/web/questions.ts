import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { server } from '../../../web/ui/server.ts'
import { listFigures, listRecordsBehind, readFigure } from '../contract.ts'

export interface AskedYear {
  unit: string | null
  year: number
}

export interface AskedRecords {
  metric: string
  unit: string | null
  period: string
  facets: Record<string, string>
  which: 'counted' | 'numerator' | 'excluded' | 'before'
}

export const recordsPerPage = 20

export function useFigures({ unit, year }: AskedYear) {
  return useQuery({
    queryKey: ['figures', unit, year],
    queryFn: () => server.call(listFigures, { query: { ...unitOf(unit), year } }),
    placeholderData: keepPreviousData,
  })
}

export function useFigure(metric: string, { unit, year }: AskedYear, facets: Record<string, string>) {
  return useQuery({
    queryKey: ['figures', metric, unit, year, facets],
    queryFn: () => server.call(readFigure, { params: { metric }, query: { ...unitOf(unit), year, ...writtenFacets(facets) } }),
    placeholderData: keepPreviousData,
  })
}

export function useRecordsBehind(asked: AskedRecords, page: number) {
  return useQuery({
    queryKey: ['figures', 'records', asked, page],
    queryFn: () => server.call(listRecordsBehind, { params: { metric: asked.metric }, query: { ...queryOf(asked), limit: recordsPerPage, offset: (page - 1) * recordsPerPage } }),
    placeholderData: keepPreviousData,
  })
}

export function queryOf({ unit, period, facets, which }: AskedRecords) {
  return { ...unitOf(unit), period, which, ...writtenFacets(facets) }
}

export function unitOf(unit: string | null) {
  return unit === null ? {} : { unit }
}

function writtenFacets(facets: Record<string, string>) {
  return Object.keys(facets).length === 0 ? {} : { facets: JSON.stringify(facets) }
}
