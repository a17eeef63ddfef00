import type { Page } from '../../../web/ui/page.ts'

export const exchangePages: Page[] = [
  { path: '/import', load: () => import('./import-page.tsx') },
  { path: '/records/paste', load: () => import('./paste/paste-page.tsx') },
]
