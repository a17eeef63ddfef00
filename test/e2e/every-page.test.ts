import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../src/platform/contract/client.ts'
import { uploadFile } from '../../src/platform/contract/upload.ts'
import { adoptDuties } from '../../src/modules/duties/contract/duty.ts'
import { listTasks } from '../../src/modules/duties/contract/task.ts'
import { draftReport, issueReport, keepCheck } from '../../src/modules/reports/contract.ts'
import { pages } from '../../src/web/routes.tsx'
import { graveViolations } from './axe.ts'
import { openBrowser } from './browser.ts'
import { seedSmall, startRealServer, type RealServer } from './real-server.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

/** A page that names nothing that is there still says so to everybody. */
const nothing = '00000000-0000-4000-8000-000000000000'
const lastYear = `云江市交通运输局2025年工作报告
一、落实责任
2025年召开专题会议9次，开展谈心谈话7次，配备网络信息员6名。荣获市级文明单位。制作短视频x条。`

let server: RealServer
let browser: Browser
let page: Page
const ids: Record<string, string> = { kind: 'meeting', metric: 'meetings', pack: 'common' }

beforeAll(async () => {
  server = await startRealServer({ seed: seedSmall })
  browser = await openBrowser()
  const { administrator: transport, units, database } = server
  const administrator = createClient(transport)
  const report = await uploadFile(transport, '2025年工作报告.txt', new TextEncoder().encode(lastYear))
  const begun = { report, period: '2026', unitId: units.bureau }
  const issued = await administrator.call(draftReport, { body: begun })
  await administrator.call(issueReport, { params: { reportId: issued.reportId }, body: { version: 1, annex: false, withoutReview: '试用' } })
  ids['checkId'] = (await administrator.call(keepCheck, { body: { report, unitId: units.bureau } })).checkId
  ids['reportId'] = issued.reportId
  ids['draftId'] = (await administrator.call(draftReport, { body: begun })).reportId
  ids['unitId'] = units.bureau
  await administrator.call(adoptDuties, { body: { pack: 'ideology-duty', unitId: units.bureau, fromOn: '2026-01-01' } })
  ids['taskId'] = (await administrator.call(listTasks, {})).tasks[0]?.taskId ?? nothing
  const record = await database.read(database.tenantId, (db) =>
    db.selectFrom('record_versions').select('record_id').where('tenant_id', '=', database.tenantId).where('kind', '=', 'meeting').executeTakeFirstOrThrow())
  ids['recordId'] = record.record_id
  const context = await browser.newContext({ timezoneId: 'Asia/Shanghai', locale: 'zh-CN', reducedMotion: 'reduce' })
  page = await context.newPage()
  await server.signIn(page, 'administrator')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

function addressOf(path: string): string {
  const named = path.endsWith('/draft') ? { ...ids, reportId: ids['draftId'] ?? nothing } : ids
  return path.replace(/\$(\w+)/g, (_, name: string) => named[name] ?? nothing)
}

/** Everything that the page asked for has come. */
async function settled(): Promise<void> {
  await page.locator('main h1, main h2').first().waitFor()
  await page.waitForFunction(() => document.querySelector('main .ant-skeleton, main .ant-spin-spinning, .opening') === null)
}

const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth

describe('every page can be used by everybody, in both languages, light and dark, and fits 390 px', () => {
  it.each(pages.map(({ path }) => path).filter((path) => path !== '/sign-in'))('%s', async (path) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(`${server.url}${addressOf(path)}`)
    await settled()
    expect(await graveViolations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.locator('button.language').click()
    await page.locator('html[lang=en]').waitFor()
    await page.evaluate(() => localStorage.clear())
    await settled()
    expect(await graveViolations(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Main navigation' }).waitFor()
    await page.waitForFunction(fits)
    await page.screenshot({ path: `dist/pictures/page${path.replaceAll(/\W+/g, '-')}-390.png` })
  })
})
