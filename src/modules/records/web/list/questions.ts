import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { server } from '../../../../web/ui/server.ts'
import { describeKind, listKinds, listRecords, searchRecords } from '../../contract/list.ts'
import { listViews, removeView, saveView } from '../../contract/views.ts'
import type { Asked } from './asked.ts'

const askAgainMs = 2_000
const kindStaleMs = 60_000

export function useKinds() {
  return useQuery({ queryKey: ['kinds'], queryFn: () => server.call(listKinds, {}) })
}

export function useKind(kind: string) {
  return useQuery({ queryKey: ['kind', kind], queryFn: () => server.call(describeKind, { params: { kind } }), staleTime: kindStaleMs })
}

/** A page of a list; asked again while a search is still behind the log. */
export function useRecords(kind: string, { filter, sort, page, size }: Asked) {
  return useQuery({
    queryKey: ['records', kind, filter, sort, page, size],
    queryFn: () =>
      server.call(listRecords, { params: { kind }, query: { filter: JSON.stringify(filter), sort, offset: (page - 1) * size, limit: size } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.searchBehind ?? 0) > 0 ? askAgainMs : false),
  })
}

export function useFoundRecords(text: string) {
  return useQuery({
    queryKey: ['records-found', text],
    queryFn: () => server.call(searchRecords, { query: { text, limit: 20 } }),
    enabled: text.trim().length > 0,
    placeholderData: keepPreviousData,
  })
}

export function useViews(kind: string) {
  return useQuery({ queryKey: ['record-views', kind], queryFn: () => server.call(listViews, { params: { kind } }) })
}

export function useSaveView(kind: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (view: { viewId?: string; name: string; address: string; sharedWith: string | null }) =>
      server.call(saveView, { params: { kind }, body: view }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['record-views', kind] }),
  })
}

export function useRemoveView(kind: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (viewId: string) => server.call(removeView, { params: { viewId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['record-views', kind] }),
  })
}
