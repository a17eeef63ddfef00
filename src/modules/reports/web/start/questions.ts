import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallOf, ReplyOf } from '../../../../platform/contract/endpoint.ts'
import { server } from '../../../../web/ui/server.ts'
import { draftReport } from '../../contract/draft.ts'
import { listReports } from '../../contract/lifecycle.ts'
import { listForms, lookAtReport } from '../../contract/reading.ts'

export type Looked = ReplyOf<typeof lookAtReport>
export type Listed = ReplyOf<typeof listReports>
export type ListQuery = NonNullable<CallOf<typeof listReports>['query']>

export function useReportList(query: ListQuery) {
  return useQuery({
    queryKey: ['reports', query],
    queryFn: () => server.call(listReports, { query }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: true,
  })
}

export function useForms() {
  return useQuery({ queryKey: ['report-forms'], queryFn: () => server.call(listForms, {}), staleTime: 300_000 })
}

export function useBegin() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: CallOf<typeof draftReport>['body']) => server.call(draftReport, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  })
}

export function lookAt(report: { name: string; sha256: string }): Promise<Looked> {
  return server.call(lookAtReport, { body: { report } })
}
