import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '../ui/address.ts'
import { Drawer } from '../ui/drawer.tsx'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Navigation } from './navigation-list.tsx'
import { Brand, Motto } from './sidebar.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

/** On a narrow screen the left side is behind a button; it closes when a place was chosen. */
export default function MenuButton() {
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
