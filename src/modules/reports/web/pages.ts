import type { Page } from '../../../web/ui/page.ts'

export const reportPages: Page[] = [
  { path: '/reports', load: () => import('./reports-page.tsx') },
  { path: '/reports/check', load: () => import('./checks/checks-page.tsx') },
  { path: '/reports/check/$checkId', load: () => import('./checks/check-page.tsx') },
  { path: '/reports/$reportId', load: () => import('./report-page.tsx') },
  { path: '/reports/$reportId/draft', load: () => import('./draft/draft-page.tsx') },
]
