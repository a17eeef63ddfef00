import type { Page } from '../../../web/ui/page.ts'

export const notificationPages: Page[] = [{ path: '/settings/notifications', load: () => import('./reminders-page.tsx') }]
