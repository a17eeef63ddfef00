import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { en } from '../messages/en.ts'
import { zh, type Messages } from '../messages/zh.ts'
import type { Language } from './formats.ts'

interface Speech {
  language: Language
  messages: Messages
  speak(language: Language): void
}

const catalogues: Record<Language, Messages> = { zh, en }
const rememberedAs = 'taizhang.language'

const SpeechContext = createContext<Speech>({ language: 'zh', messages: zh, speak: () => undefined })

export function useSpeech(): Speech {
  return use(SpeechContext)
}

export function useMessages(): Messages {
  return useSpeech().messages
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(remembered)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const speech = useMemo(
    () => ({
      language,
      messages: catalogues[language],
      speak: (chosen: Language) => {
        remember(chosen)
        setLanguage(chosen)
      },
    }),
    [language],
  )
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

/** Chinese unless the person chose otherwise; a browser that keeps nothing is no error. */
function remembered(): Language {
  try {
    return localStorage.getItem(rememberedAs) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(rememberedAs, language)
  } catch {
    return
  }
}
