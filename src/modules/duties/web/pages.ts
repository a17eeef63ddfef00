import type { Page } from '../../../web/ui/page.ts'

export const dutyPages: Page[] = [
  { path: '/workbench', load: () => import('./workbench/workbench-page.tsx') },
  { path: '/duties', load: () => import('./matrix/matrix-page.tsx') },
  { path: '/duties/list', load: () => import('./responsibility/responsibility-page.tsx') },
  { path: '/duties/calendar', load: () => import('./calendar/calendar-page.tsx') },
  { path: '/tasks', load: () => import('./tasks/tasks-page.tsx') },
  { path: '/tasks/$taskId', load: () => import('./task/task-page.tsx') },
]
