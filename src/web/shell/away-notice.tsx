import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { readSession } from '../../modules/access/contract.ts'
import { useIsAway } from '../ui/connection.ts'
import { useMessages } from '../ui/language.tsx'
import { server } from '../ui/server.ts'

const askEveryMs = 2_000
const shownBackMs = 4_000

/** Says that the server is away, asks for it until it is back, and then reads again what could not be read. */
export function AwayNotice() {
  const messages = useMessages().away
  const isAway = useIsAway()
  const isBack = useReturn(isAway)
  if (isAway) return <p className="notice notice-away" role="alert">{messages.away}</p>
  return <p className={isBack ? 'notice notice-back' : 'unseen'} role="status">{isBack ? messages.back : ''}</p>
}

/** True for a short while after the server came back. */
function useReturn(isAway: boolean): boolean {
  const queries = useQueryClient()
  const [isBack, setBack] = useState(false)
  useEffect(() => {
    if (!isAway) return
    const asking = setInterval(() => void server.call(readSession, {}).catch(() => undefined), askEveryMs)
    return () => {
      clearInterval(asking)
      setBack(true)
      void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
    }
  }, [isAway, queries])
  useEffect(() => {
    if (!isBack) return
    const fading = setTimeout(() => setBack(false), shownBackMs)
    return () => clearTimeout(fading)
  }, [isBack])
  return isBack
}
