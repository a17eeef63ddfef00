import { useQuery } from '@tanstack/react-query'
import { server } from '../../../web/ui/server.ts'
import { readFigureRecords, readReport } from '../contract.ts'

export const recordsPerPage = 20
/** A report that is issued never changes, so it is read once; before, there is only its draft to read. */
export function useReport(reportId: string, isIssued: boolean) {
  return useQuery({
    queryKey: ['report', reportId],
    queryFn: () => server.call(readReport, { params: { reportId } }),
    staleTime: Infinity,
    enabled: isIssued,
  })
}

export function useFigureRecords(reportId: string, number: number, page: number) {
  return useQuery({
    queryKey: ['report', reportId, 'figure', number, page],
    queryFn: () =>
      server.call(readFigureRecords, {
        params: { reportId, number },
        query: { limit: recordsPerPage, offset: (page - 1) * recordsPerPage },
      }),
    staleTime: Infinity,
    placeholderData: (previous, query) => (query?.queryKey[3] === number ? previous : undefined),
  })
}
