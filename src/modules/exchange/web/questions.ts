import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { server } from '../../../web/ui/server.ts'
import { listImports, listLedgerKinds } from '../contract.ts'

export const importsPerPage = 10

export function useImports(search: string, page: number) {
  return useQuery({
    queryKey: ['imports', search, page],
    queryFn: () => server.call(listImports, { query: { limit: importsPerPage, offset: (page - 1) * importsPerPage, ...(search === '' ? {} : { search }) } }),
    placeholderData: keepPreviousData,
  })
}

export function useLedgerKinds() {
  return useQuery({ queryKey: ['ledger-kinds'], queryFn: () => server.call(listLedgerKinds, {}), staleTime: 60_000 })
}
