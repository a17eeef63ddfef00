import { lazy, Suspense } from 'react'
import { useMessages } from '../ui/language.tsx'
import { Link } from '../ui/link.tsx'
import { useSession } from '../ui/session.ts'
import { useIsWide } from '../ui/use-screen.ts'
import { PaletteButton } from './palette/palette-button.tsx'

const MenuButton = lazy(() => import('./menu-button.tsx'))
const UnitSwitch = lazy(() => import('./unit-switch.tsx'))
const Tools = lazy(() => import('./tools.tsx'))

/** The head of every page: whose view it is, the search, the jobs, and the person. */
export function Header() {
  const messages = useMessages()
  const isWide = useIsWide()
  return (
    <header className="frame-head">
      {!isWide && <Suspense><MenuButton /></Suspense>}
      {!isWide && <Link to="/" className="brand"><span className="seal" aria-hidden="true">账</span><span className="unseen">{messages.product}</span></Link>}
      <Suspense><UnitSwitch /></Suspense>
      {useSession().demo && <span className="demo">{messages.demo}</span>}
      <div className="frame-tools">
        <PaletteButton />
        <Suspense><Tools /></Suspense>
      </div>
    </header>
  )
}
