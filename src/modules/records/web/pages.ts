import type { Page } from '../../../web/ui/page.ts'

export const recordPages: Page[] = [
  { path: '/records', load: () => import('./list/kinds-page.tsx') },
  { path: '/records/$kind', load: () => import('./list/list-page.tsx') },
]
