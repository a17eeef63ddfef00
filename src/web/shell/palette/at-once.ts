import { goTo } from '../../ui/address.ts'
import { useMessages, useSpeech } from '../../ui/language.tsx'
import { useTheme } from '../../ui/theme.tsx'
import { hasPage, useVisibleEntries } from '../navigation.ts'
import type { Hit } from './search.ts'

/** The places of the program that the reader may enter. */
export function usePlaces(): Hit[] {
  const { navigation } = useMessages()
  const entries = useVisibleEntries().map(({ name, path }) => ({ key: name, title: navigation[name], run: () => goTo(path) }))
  const account = { key: 'account', title: navigation.account, run: () => goTo('/account') }
  return hasPage('/account') ? [...entries, account] : entries
}

/** What can be done from anywhere without asking the server. */
export function useActions(): Hit[] {
  const { switchLanguage, themes: names, palette: { actions } } = useMessages()
  const { language, speak } = useSpeech()
  const { isDark, choose } = useTheme()
  return [
    { key: 'language', title: switchLanguage, run: () => speak(language === 'zh' ? 'en' : 'zh') },
    { key: 'theme', title: isDark ? names.toLight : names.toDark, run: () => choose(isDark ? 'light' : 'dark') },
    // The palette must have closed before the paper is drawn.
    { key: 'print', title: actions.print, run: () => void setTimeout(() => print(), 300) },
  ]
}
