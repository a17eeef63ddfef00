import type { Page } from '../../../web/ui/page.ts'

export const accessPages: Page[] = [
  { path: '/sign-in', load: () => import('./sign-in-page.tsx') },
  { path: '/account', load: () => import('./account-page.tsx') },
  { path: '/units/accounts', load: () => import('./accounts-page.tsx') },
]
