import { goTo } from '../../../../web/ui/address.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import { useShortcut } from '../../../../web/ui/shortcuts.ts'
import { texts } from './texts.ts'

/** From anywhere, `n` begins a record. The shell shows it beside the keys of its own. */
export function EntryKey() {
  return useMay('records:enter') ? <Key /> : null
}

function Key() {
  useShortcut('n', useText(texts).key, () => goTo('/records/new'))
  return null
}
