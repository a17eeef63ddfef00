import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useAddress } from '../ui/address.ts'
import { Drawer } from '../ui/drawer.tsx'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import { Link } from '../ui/link.tsx'
import { useSession } from '../ui/session.ts'
import { useIsWide } from '../ui/use-screen.ts'
import { AccountMenu } from './account-menu.tsx'
import { JobsButton } from './jobs-button.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Navigation } from './navigation-list.tsx'
import { PaletteButton } from './palette/palette-button.tsx'
import { Brand, Motto } from './sidebar.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

const UnitSwitch = lazy(() => import('./unit-switch.tsx'))

/** The head of every page: whose view it is, the search, the jobs, and the person. */
export function Header() {
  const messages = useMessages()
  const isWide = useIsWide()
  return (
    <header className="frame-head">
      {!isWide && <MenuButton />}
      {!isWide && <Link to="/" className="brand"><span className="seal" aria-hidden="true">账</span><span className="unseen">{messages.product}</span></Link>}
      <Suspense><UnitSwitch /></Suspense>
      {useSession().demo && <span className="demo">{messages.demo}</span>}
      <div className="frame-tools">
        <PaletteButton />
        <JobsButton />
        {isWide && <ThemeSwitch />}
        {isWide && <LanguageSwitch />}
        <AccountMenu />
      </div>
    </header>
  )
}

/** On a narrow screen the left side is behind a button; it closes when a place was chosen. */
function MenuButton() {
  const messages = useMessages()
  const { path } = useAddress()
  const [openedOn, setOpenedOn] = useState<string | null>(null)
  return (
    <>
      <Button type="text" icon={<Icon shape="menu" />} aria-label={messages.navigation.label} onClick={() => setOpenedOn(path)} />
      <Drawer open={openedOn === path} placement="left" onClose={() => setOpenedOn(null)} title={<Brand />} className="menu-drawer">
        <Navigation />
        <div className="menu-settings"><ThemeSwitch /><LanguageSwitch /></div>
        <Motto />
      </Drawer>
    </>
  )
}
