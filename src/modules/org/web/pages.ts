import type { Page } from '../../../web/ui/page.ts'

export const orgPages: Page[] = [
  { path: '/units', load: () => import('./units-page.tsx') },
  { path: '/units/people', load: () => import('./people-page.tsx') },
  { path: '/units/responsibility', load: () => import('./chart-page.tsx') },
  { path: '/units/$unitId', load: () => import('./unit-page.tsx') },
]
