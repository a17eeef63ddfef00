import { Button } from 'antd'
import { useState } from 'react'
import { useIsExpired } from '../../ui/expiry.ts'
import { Icon } from '../../ui/icon.tsx'
import { useMessages } from '../../ui/language.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { keyNames } from '../key-names.ts'
import { Palette } from './palette.tsx'

const shortcut = 'Mod+K'

/** Opens the search everywhere; so does Ctrl-K, on a Mac Command-K, from any field. */
export function PaletteButton() {
  const { palette: messages } = useMessages()
  const [isOpen, setOpen] = useState(false)
  const isExpired = useIsExpired()
  useShortcut(shortcut, messages.label, () => setOpen(true))
  return (
    <>
      <Button className="palette-button" icon={<Icon shape="search" />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span className="palette-button-text">{messages.button}</span>
        <span className="palette-button-keys" aria-hidden="true">{keyNames(shortcut).map((name) => <kbd key={name}>{name}</kbd>)}</span>
      </Button>
      {isOpen && !isExpired && <Palette onClose={() => setOpen(false)} />}
    </>
  )
}
