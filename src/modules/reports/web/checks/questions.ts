import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReplyOf } from '../../../../platform/contract/endpoint.ts'
import { server } from '../../../../web/ui/server.ts'
import { listChecks, readCheck } from '../../contract.ts'

export type Check = ReplyOf<typeof readCheck>
export type Claim = Check['claims'][number]
export type Verdict = Claim['verdict']

/** Worst first: what has to be put right stands before what is in order. */
export const verdictsInOrder: Verdict[] = ['contradicted', 'unsupported', 'evidenced', 'consistent']

export const checksPerPage = 10

export function useChecks(search: string, page: number) {
  return useQuery({
    queryKey: ['report-checks', search, page],
    queryFn: () => server.call(listChecks, { query: { limit: checksPerPage, offset: (page - 1) * checksPerPage, ...(search === '' ? {} : { search }) } }),
    placeholderData: keepPreviousData,
  })
}

export function useCheck(checkId: string) {
  return useQuery({ queryKey: ['report-check', checkId], queryFn: () => server.call(readCheck, { params: { checkId } }), staleTime: Infinity })
}
