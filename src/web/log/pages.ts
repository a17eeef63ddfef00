import type { Page } from '../ui/page.ts'

export const logPages: Page[] = [{ path: '/log', load: () => import('./log-page.tsx') }]
