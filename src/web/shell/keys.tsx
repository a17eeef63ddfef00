import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { goTo } from '../ui/address.ts'
import { useMessages } from '../ui/language.tsx'
import { rememberFirstKey, useShortcut, useShortcuts } from '../ui/shortcuts.ts'
import { useVisibleEntries, type Entry } from './navigation.ts'

/** The keys that work everywhere, and their help on ?. */
export function Keys() {
  const { keys: messages } = useMessages()
  const [isOpen, setOpen] = useState(false)
  const shortcuts = useShortcuts()
  const entries = useVisibleEntries()
  useShortcut('?', messages.help, () => setOpen(true))
  useEffect(() => {
    addEventListener('keydown', rememberFirstKey)
    return () => removeEventListener('keydown', rememberFirstKey)
  }, [])
  return (
    <>
      {entries.map((entry) => <PlaceKey key={entry.name} entry={entry} />)}
      <Modal open={isOpen} onCancel={() => setOpen(false)} footer={null} title={messages.title} className="keys-help">
        <dl>
          {shortcuts.map(({ keys, text }) => (
            <div key={keys}><dt>{keyNames(keys).map((name) => <kbd key={name}>{name}</kbd>)}</dt><dd>{text}</dd></div>
          ))}
          {messages.common.map(({ keys, text }) => (
            <div key={keys}><dt>{keys.split(' ').map((name) => <kbd key={name}>{name}</kbd>)}</dt><dd>{text}</dd></div>
          ))}
        </dl>
      </Modal>
    </>
  )
}

function PlaceKey({ entry }: { entry: Entry }) {
  const { keys: messages, navigation } = useMessages()
  useShortcut(`g ${entry.key}`, messages.goTo(navigation[entry.name]), () => goTo(entry.path))
  return null
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

/** Keys as they are printed on the keyboard. */
export function keyNames(keys: string): string[] {
  return keys.replace('Mod+', isMac ? '⌘ ' : 'Ctrl ').split(' ')
}
