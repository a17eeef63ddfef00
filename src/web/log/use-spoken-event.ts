import { useLanguage, useMessages, useText } from '../ui/language.tsx'
import { eventSentence, type Spoken } from './event-sentence.ts'
import { useKindTitles } from './questions.ts'
import { texts } from './texts.ts'

/** Says events in words of the office, in the language of the reader. */
export function useSpokenEvent(): (event: Spoken) => string {
  const words = useText(texts)
  const language = useLanguage()
  const { roles } = useMessages()
  const kindTitle = useKindTitles()
  const roleTitle = (role: string) => roles[role as keyof typeof roles] ?? role
  return (event) => eventSentence(event, { texts: words, language, kindTitle, roleTitle })
}
