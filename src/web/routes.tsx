import { accessPages } from '../modules/access/web/pages.ts'
import { dutyPages } from '../modules/duties/web/pages.ts'
import { exchangePages } from '../modules/exchange/web/pages.ts'
import { metricPages } from '../modules/metrics/web/pages.ts'
import { notificationPages } from '../modules/notifications/web/pages.ts'
import { orgPages } from '../modules/org/web/pages.ts'
import { recordPages } from '../modules/records/web/pages.ts'
import { packPages } from '../modules/packs/web/pages.ts'
import { reportPages } from '../modules/reports/web/pages.ts'
import { logPages } from './log/pages.ts'
import type { Page } from './ui/page.ts'

/** A record's page also says where reports count it, which records may not know; it is put together here. */
const recordPage: Page = { path: '/record/$recordId', load: () => import('./record/record-page.tsx') }

/** So is the form of a new record, which may not know the tasks that the record satisfies. */
const newRecordPage: Page = { path: '/records/new', load: () => import('./record/new-record-page.tsx') }

/** And what a newer pack does to tasks. */
const upgradePage: Page = { path: '/packs/upgrade/$pack', load: () => import('./packs/upgrade-page.tsx') }

/** The program opens on tasks where there are any, which reports may not know. */
const homePage: Page = { path: '/', load: () => import('./home-page.tsx') }

/** Every page of the program; a module lists its own. */
export const pages: Page[] = [
  homePage, ...dutyPages, ...logPages, ...accessPages, ...orgPages, ...recordPages, recordPage, newRecordPage, ...reportPages, ...metricPages, ...packPages, upgradePage, ...exchangePages, ...notificationPages,
]
