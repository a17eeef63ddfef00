import type { Page } from '../../../web/ui/page.ts'

export const metricPages: Page[] = [
  { path: '/metrics', load: () => import('./metrics-page.tsx') },
  { path: '/metrics/$metric', load: () => import('./metric-page.tsx') },
]
