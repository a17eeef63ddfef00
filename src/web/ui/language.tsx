import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { en } from '../messages/en.ts'
import { zh, type Messages } from '../messages/zh.ts'
import type { Language } from './formats.ts'
import { recall, remember } from './memory.ts'

interface Speech {
  language: Language
  speak(language: Language): void
}

const rememberedAs = 'taizhang.language'

const SpeechContext = createContext<Speech>({ language: 'zh', speak: () => undefined })

/** The language of the pages, and the way to change it. */
export function useSpeech(): Speech {
  return use(SpeechContext)
}

/** The language in which dates and numbers are to be written. */
export function useLanguage(): Language {
  return useSpeech().language
}

/** The texts of a module in the language of the reader: `useText({ zh, en })`. */
export function useText<T>(catalogue: { zh: T; en: T }): T {
  return catalogue[useLanguage()]
}

/** The texts of the shell and of the shared parts. */
export function useMessages(): Messages {
  return useText({ zh, en })
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  // Chinese unless the person chose otherwise.
  const [language, setLanguage] = useState<Language>(() => (recall(rememberedAs) === 'en' ? 'en' : 'zh'))
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const speech = useMemo(
    () => ({
      language,
      speak: (chosen: Language) => {
        remember(rememberedAs, chosen)
        setLanguage(chosen)
      },
    }),
    [language],
  )
  return <SpeechContext value={speech}>{children}</SpeechContext>
}
