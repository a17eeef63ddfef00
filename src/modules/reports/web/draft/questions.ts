import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { server } from '../../../../web/ui/server.ts'
import { acceptProposal, evaluateBinding, readDraft, readSlotRecords, rebindSlots } from '../../contract/draft.ts'
import { findMetrics } from '../../contract/reading.ts'
import type { Binding, Decision } from './types.ts'

export const recordsPerPage = 10

/** The draft with its values at present; looked at anew when the window comes back, since records and others move on. */
export function useDraftReport(reportId: string) {
  return useQuery({
    queryKey: ['draft', reportId],
    queryFn: () => server.call(readDraft, { params: { reportId } }),
    refetchOnWindowFocus: true,
    placeholderData: keepPreviousData,
  })
}

export interface Change {
  seen: number
  slots?: { slot: number; binding: Binding }[]
  sentences?: { line: number; column: number; decision: Decision }[]
}

export function useRebind(reportId: string) {
  const renew = useRenew(reportId)
  return useMutation({
    mutationFn: (change: Change) => server.call(rebindSlots, { params: { reportId }, body: change }),
    onSuccess: renew,
  })
}

export function useAccept(reportId: string) {
  const queries = useQueryClient()
  const renew = useRenew(reportId)
  return useMutation({
    mutationFn: (body: Parameters<typeof callAccept>[1]) => callAccept(reportId, body),
    onSuccess: async () => {
      await Promise.all([renew(), queries.invalidateQueries({ queryKey: ['metrics-found'] })])
    },
  })
}

interface Accepting {
  seen: number
  slots: number[]
  kind: string
  metric: string
  measure: string
  phrases: string[]
  facets: Record<string, string>
}

function callAccept(reportId: string, body: Accepting) {
  return server.call(acceptProposal, { params: { reportId }, body })
}

/** What a slot would be worth with a binding; null asks nothing. */
export function useEvaluation(reportId: string, slot: number, binding: Binding | null) {
  return useQuery({
    queryKey: ['draft', reportId, 'evaluate', slot, binding],
    queryFn: () => server.call(evaluateBinding, { params: { reportId }, body: { slot, binding: binding ?? { by: 'open' } } }),
    enabled: binding !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export function useMetricsFound(search: string) {
  return useQuery({
    queryKey: ['metrics-found', 'search', search],
    queryFn: () => server.call(findMetrics, { query: { search, limit: search === '' ? 100 : 30 } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

export function useMetric(metric: string | null) {
  return useQuery({
    queryKey: ['metrics-found', 'one', metric],
    queryFn: async () => (await server.call(findMetrics, { query: { metric: metric ?? '' } })).metrics[0] ?? null,
    enabled: metric !== null,
    staleTime: 60_000,
  })
}

export function useSlotRecords(reportId: string, { slot, version }: { slot: number; version: number }, page: number) {
  return useQuery({
    queryKey: ['draft', reportId, 'records', slot, version, page],
    queryFn: () => server.call(readSlotRecords, { params: { reportId, slot }, query: { limit: recordsPerPage, offset: (page - 1) * recordsPerPage } }),
    placeholderData: (previous, query) => (query?.queryKey[3] === slot ? previous : undefined),
  })
}

/** Reads anew what a verb changed: the draft, how far it is, and the list. */
function useRenew(reportId: string) {
  const queries = useQueryClient()
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['draft', reportId], exact: true }),
      queries.invalidateQueries({ queryKey: ['report-steps', reportId] }),
      queries.invalidateQueries({ queryKey: ['reports'] }),
    ])
  }
}
