import { useMessages } from './language.tsx'
import { useShortcut } from './shortcuts.ts'

/** Runs when / is pressed outside a field, as a shortcut to the search of the page. */
export function useSlashKey(run: () => void): void {
  useShortcut('/', useMessages().keys.search, run)
}
