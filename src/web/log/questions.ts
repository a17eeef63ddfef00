import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { listKinds } from '../../modules/records/contract/list.ts'
import type { ReplyOf } from '../../platform/contract/endpoint.ts'
import { exportEvents, listEvents, readEvent, readStatus, startVerification } from '../../platform/events/contract.ts'
import { saveFile } from '../ui/save-file.ts'
import { server } from '../ui/server.ts'
import { useMay } from '../ui/session.ts'
import { useAnnounceJob } from '../ui/use-job.ts'

export type LoggedEvent = ReplyOf<typeof listEvents>['events'][number]

export interface Filters {
  types?: string
  subject?: string
  actor?: string
  from?: string
  before?: string
}

const eventsPerPage = 50

/** The log from its head back, a stretch at a time. */
export function useEvents(filters: Filters) {
  return useInfiniteQuery({
    queryKey: ['log', filters],
    queryFn: ({ pageParam }) => server.call(listEvents, { query: { ...filters, limit: eventsPerPage, ...(pageParam === null ? {} : { below: pageParam }) } }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  })
}

/** An event never changes, so it is read once. */
export function useEvent(position: number | null) {
  return useQuery({
    queryKey: ['log', 'event', position],
    queryFn: () => server.call(readEvent, { params: { position: position ?? 0 } }),
    enabled: position !== null,
    staleTime: Infinity,
  })
}

export function useCheckpoint() {
  return useQuery({ queryKey: ['status'], queryFn: () => server.call(readStatus, {}) }).data?.checkpoint
}

/** The words for kinds of records, where the reader may know of them. */
export function useKindTitles(): (kind: string) => string {
  const kinds = useQuery({ queryKey: ['kinds'], queryFn: () => server.call(listKinds, {}), enabled: useMay('records:read'), staleTime: 300_000 })
  return (kind) => kinds.data?.kinds.find((each) => each.kind === kind)?.title ?? kind
}

export function useExport(filters: Filters, name: string) {
  return useMutation({
    mutationFn: async () => saveFile(`${name}.csv`, await server.call(exportEvents, { query: filters }), 'text/csv'),
  })
}

export function useVerification() {
  const announce = useAnnounceJob()
  return useMutation({
    mutationFn: (anchor: { position: number; hash: string } | null) => server.call(startVerification, { body: { anchor } }),
    onSuccess: announce,
  })
}
