import { goTo, useAddress } from '../../../../web/ui/address.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import { useShortcut } from '../../../../web/ui/shortcuts.ts'
import { texts } from './texts.ts'

/** From anywhere, `n` begins a record, on the list of a kind one of that kind. The shell shows it beside the keys of its own. */
export function EntryKey() {
  return useMay('records:enter') ? <Key /> : null
}

function Key() {
  const kind = useAddress().params['kind']
  useShortcut('n', useText(texts).key, () => goTo(kind === undefined ? '/records/new' : `/records/new?kind=${kind}`))
  return null
}
