import { useEffect } from 'react'
import type { useEvents } from './questions.ts'

const enough = 20

/** Where few events of many fit, goes on looking further back until some are found; leaving the page ends it. */
export function useSearchOn({ data, hasNextPage, isFetching, isError, fetchNextPage }: ReturnType<typeof useEvents>): void {
  const last = data?.pages.at(-1)
  const count = data?.pages.reduce((sum, page) => sum + page.events.length, 0) ?? 0
  const goesOn = last !== undefined && hasNextPage && !isFetching && !isError && count < enough
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
}
