import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { readSession } from '../../modules/access/contract.ts'
import { goTo, useAddress } from '../ui/address.ts'
import { watchExpiry } from '../ui/expiry.ts'
import { Failure } from '../ui/failure.tsx'
import { useMessages } from '../ui/language.tsx'
import { server } from '../ui/server.ts'
import { SessionContext, sessionKey } from '../ui/session.ts'
import { UnitViewProvider } from '../ui/unit-view.tsx'

/** Asked while the first page is still on its way. */
export const whoIsThere = { queryKey: sessionKey, queryFn: () => server.call(readSession, {}), staleTime: Infinity }

/** Finds out who is there before anything is shown; a stranger is asked to sign in first, and then sees what was asked for. */
export function Opening({ children }: { children: ReactNode }) {
  const messages = useMessages()
  const { path, query } = useAddress()
  const session = useQuery(whoIsThere)
  const isStranger = session.data?.signedIn === false && session.data.permissions.length === 0
  const mustSignIn = isStranger && path !== '/sign-in'
  // The address changes at once, its page a moment later: until then the page of the old address stands there.
  const shown = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname })
  const isTooEarly = isStranger && shown !== '/sign-in'
  const mustChange = session.data?.mustChangePassword === true && path !== '/account'
  useEffect(() => {
    watchExpiry(session.data?.signedIn === true)
  }, [session.data?.signedIn])
  useEffect(() => {
    if (mustSignIn) goTo(`/sign-in?then=${encodeURIComponent(query.size === 0 ? path : `${path}?${query}`)}`)
    else if (mustChange) goTo('/account')
  }, [mustSignIn, mustChange, path, query])
  if (session.isError) return <main className="bare"><Failure error={session.error} retry={() => void session.refetch()} /></main>
  if (session.data === undefined || isTooEarly) return <p className="opening" role="status">{messages.loading}</p>
  return (
    <SessionContext value={session.data}>
      <UnitViewProvider key={session.data.account?.accountId}>{children}</UnitViewProvider>
    </SessionContext>
  )
}
