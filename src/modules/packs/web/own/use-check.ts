import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { server } from '../../../../web/ui/server.ts'
import { checkLocalPack } from '../../contract.ts'

const pauseMs = 400

/** The mistakes that the pack would have after some changes, asked for when typing pauses. */
export function useCheck(files: Record<string, string | null>) {
  const [asked, setAsked] = useState(files)
  useEffect(() => {
    const waiting = setTimeout(() => setAsked(files), pauseMs)
    return () => clearTimeout(waiting)
  }, [files])
  const found = useQuery({
    queryKey: ['packs', 'check', asked],
    queryFn: () => server.call(checkLocalPack, { body: { files: asked } }),
    enabled: Object.keys(asked).length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const problems = Object.keys(files).length === 0 ? [] : (found.data?.problems ?? []).map(({ file, ...problem }) => ({ ...problem, path: file.replaceAll('\\', '/').replace(/^.*?local\//, '') }))
  return { problems, isChecking: asked !== files || found.isFetching, error: found.error, again: () => void found.refetch() }
}
