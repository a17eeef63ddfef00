import { createContext, use, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { recall, remember } from './memory.ts'
import { useMatch } from './use-screen.ts'

export const themes = ['light', 'dark', 'system'] as const

export type Theme = (typeof themes)[number]

interface Light {
  theme: Theme
  isDark: boolean
  choose(theme: Theme): void
}

const rememberedAs = 'taizhang.theme'

const LightContext = createContext<Light>({ theme: 'system', isDark: false, choose: () => undefined })

/** Light or dark, and the way to change it. */
export function useTheme(): Light {
  return use(LightContext)
}

/** Whether the pages are dark now; for what draws its own colours, such as charts. */
export function useIsDark(): boolean {
  return useTheme().isDark
}

/** Follows the system unless the person chose otherwise; paper is always light. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<Theme>(() => themes.find((each) => each === recall(rememberedAs)) ?? 'system')
  const systemIsDark = useMatch('(prefers-color-scheme: dark)')
  const isPrinted = useMatch('print')
  const isDark = !isPrinted && (theme === 'dark' || (theme === 'system' && systemIsDark))
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
  }, [isDark])
  const light = useMemo(
    () => ({
      theme,
      isDark,
      choose: (chosen: Theme) => {
        remember(rememberedAs, chosen)
        setTheme(chosen)
      },
    }),
    [theme, isDark],
  )
  return <LightContext value={light}>{children}</LightContext>
}
