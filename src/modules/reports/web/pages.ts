import type { Page } from '../../../web/ui/page.ts'

export const reportPages: Page[] = [
  { path: '/', load: () => import('./reports-page.tsx') },
  { path: '/reports', load: () => import('./reports-page.tsx') },
  { path: '/reports/$reportId', load: () => import('./report-page.tsx') },
]
