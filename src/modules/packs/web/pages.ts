import type { Page } from '../../../web/ui/page.ts'

export const packPages: Page[] = [
  { path: '/packs', load: () => import('./packs-page.tsx') },
  { path: '/packs/own', load: () => import('./own/own-page.tsx') },
]
