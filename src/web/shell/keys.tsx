import { lazy, Suspense, useLayoutEffect, useState } from 'react'
import { goTo } from '../ui/address.ts'
import { useMessages } from '../ui/language.tsx'
import { rememberFirstKey, useShortcut } from '../ui/shortcuts.ts'
import { useVisibleEntries, type Entry } from './navigation.ts'

const KeysHelp = lazy(() => import('./keys-help.tsx'))

/** The keys that work everywhere, and their help on ?. */
export function Keys() {
  const { keys: messages } = useMessages()
  const [help, setHelp] = useState<'never' | 'open' | 'closed'>('never')
  useShortcut('?', messages.help, () => setHelp('open'))
  // As early as the shortcuts themselves, or the first of two keys would be lost.
  useLayoutEffect(() => {
    addEventListener('keydown', rememberFirstKey)
    return () => removeEventListener('keydown', rememberFirstKey)
  }, [])
  return (
    <>
      {useVisibleEntries().map((entry) => <PlaceKey key={entry.name} entry={entry} />)}
      {help !== 'never' && <Suspense><KeysHelp isOpen={help === 'open'} onClose={() => setHelp('closed')} /></Suspense>}
    </>
  )
}

function PlaceKey({ entry }: { entry: Entry }) {
  const { keys: messages, navigation } = useMessages()
  useShortcut(`g ${entry.key}`, messages.goTo(navigation[entry.name]), () => goTo(entry.path))
  return null
}
