import { useQuery, useQueryClient } from '@tanstack/react-query'
import { server } from '../../../../web/ui/server.ts'
import { readRecord } from '../../contract/record.ts'

const keyOf = (recordId: string) => ['records', 'one', recordId]

export function useRecord(recordId: string) {
  return useQuery({ queryKey: keyOf(recordId), queryFn: () => server.call(readRecord, { params: { recordId } }) })
}

/** Reads everything of records anew after a verb; forms stay. */
export function useRenewed(recordId: string): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    void queries.invalidateQueries({ queryKey: ['records'], predicate: ({ queryKey }) => !['form', 'desk', 'one'].includes(String(queryKey[1])) })
    await queries.invalidateQueries({ queryKey: keyOf(recordId) })
  }
}
