import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { EntryKey } from '../../modules/records/web/entry/entry-key.tsx'
import { useAddress } from '../ui/address.ts'
import { useIsExpired } from '../ui/expiry.ts'
import { useMessages } from '../ui/language.tsx'
import { useSession } from '../ui/session.ts'
import { AwayNotice } from './away-notice.tsx'
import { Header } from './header.tsx'
import { Keys } from './keys.tsx'
import { Opening } from './opening.tsx'
import { Sidebar } from './sidebar.tsx'

const ExpiredSession = lazy(() => import('./expired-session.tsx'))

/** What stands around every page, and what the program shows before it knows who is there. */
export function Frame() {
  return (
    <Opening>
      <Around />
    </Opening>
  )
}

function Around() {
  const messages = useMessages()
  const { signedIn, permissions } = useSession()
  const { path } = useAddress()
  const isExpired = useIsExpired()
  const main = useFocusOnNewPage()
  const isInside = (signedIn || permissions.length > 0) && path !== '/sign-in'
  if (!isInside) return <main id="content" className="bare"><Outlet /></main>
  return (
    <>
      <a className="skip" href="#content">{messages.skip}</a>
      <Sidebar />
      <div className="frame-body">
        <Header />
        <AwayNotice />
        <main id="content" ref={main} tabIndex={-1}><Outlet /></main>
      </div>
      <Keys />
      <EntryKey />
      {isExpired && <Suspense><ExpiredSession /></Suspense>}
    </>
  )
}

/** A new page is read from its beginning; what is opened on the same page leaves the keyboard where it is. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null)
  const { path } = useAddress()
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current !== path) main.current?.focus({ preventScroll: true })
    shown.current = path
  }, [path])
  return main
}
