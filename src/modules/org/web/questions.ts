import { useQuery } from '@tanstack/react-query'
import { server } from '../../../web/ui/server.ts'
import { listUnits } from '../contract/units.ts'

/** The units the reader may read, on a day or today. */
export function useUnits(on?: string) {
  return useQuery({
    queryKey: ['units', on ?? 'today'],
    queryFn: () => server.call(listUnits, { query: on === undefined ? {} : { on } }),
    staleTime: 60_000,
  })
}
