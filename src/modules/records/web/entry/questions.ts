import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { server } from '../../../../web/ui/server.ts'
import { findSimilar, readDesk, readKindForm } from '../../contract/entry.ts'

export function useDesk() {
  return useQuery({ queryKey: ['records', 'desk'], queryFn: () => server.call(readDesk, {}), staleTime: 60_000 })
}

export function useKindForm(kind: string | null) {
  return useQuery({
    queryKey: ['records', 'form', kind],
    queryFn: () => server.call(readKindForm, { params: { kind: kind ?? '' } }),
    enabled: kind !== null,
    staleTime: 60_000,
  })
}

interface Sought {
  kind: string
  unitId: string
  occurredOn: string
  title: string
}

const pauseMs = 400

/** Records that may be the same thing, asked for when the typing pauses. */
export function useSimilar(sought: Sought | null) {
  const asked = usePaused(sought === null ? null : JSON.stringify(sought))
  return useQuery({
    queryKey: ['records', 'similar', asked],
    queryFn: () => server.call(findSimilar, { body: JSON.parse(asked ?? '{}') as Sought }),
    enabled: asked !== null,
    retry: false,
  })
}

function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
