import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { enterRecord } from '../../src/modules/records/actions.ts'
import { openBrowser, visit } from './browser.ts'
import { startRealServer, type RealServer } from './real-server.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let server: RealServer
let browser: Browser
beforeAll(async () => {
  server = await startRealServer({ seed: oneMeeting })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

async function oneMeeting({ database, catalogue, units }: Pick<RealServer, 'database' | 'catalogue' | 'units'>): Promise<void> {
  await database.write({ tenantId: database.tenantId, actor: '经办人' }, (tx) =>
    enterRecord(tx, catalogue, { kind: 'meeting', unitId: units.bureau, fields: { date: '2026-03-05', title: '网络安全专题会议', category: 'special-meeting' } }),
  )
}

const lastYear = { name: '2025年工作报告.txt', mimeType: 'text/plain', buffer: Buffer.from('云江市交通运输局2025年工作报告\n2025年召开专题会议9次。') }
const finished = { name: '2026年工作报告.txt', mimeType: 'text/plain', buffer: Buffer.from('云江市交通运输局2026年工作报告\n2026年召开专题会议12次，印发《不存在的方案》。') }

describe('the life of a report in the browser', () => {
  let reportId = ''

  it('is submitted by one person, reviewed by another and issued by a third', async () => {
    await visit(browser, server.url, {}, async ({ page, picture }) => {
      await server.signIn(page, 'clerk')
      reportId = await page.evaluate(draftFrom, { name: lastYear.name, text: lastYear.buffer.toString('utf8') })
      await page.goto(`${server.url}/reports/${reportId}`)
      await page.getByRole('button', { name: '提交审核' }).first().click()
      await page.getByRole('dialog').getByRole('textbox').fill('请审核')
      await picture('report-submit')
      await page.getByRole('dialog').getByRole('button', { name: '提交审核' }).click()
      await page.getByText('已提交').first().waitFor()
    })
    await visit(browser, server.url, {}, async ({ page }) => {
      await server.signIn(page, 'reviewer')
      await page.goto(`${server.url}/reports/${reportId}`)
      await page.getByRole('button', { name: '审核通过' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '审核通过' }).click()
      await page.getByText('已审核').first().waitFor()
    })
    await visit(browser, server.url, {}, async ({ page, picture }) => {
      await server.signIn(page, 'head')
      await page.goto(`${server.url}/reports/${reportId}`)
      await page.getByRole('button', { name: '签发' }).click()
      await picture('report-issue')
      await page.getByRole('dialog').getByRole('button', { name: '签发' }).click()
      await page.getByText('reviewer-all').first().waitFor()
      await page.getByRole('tab', { name: '全文' }).click()
      await page.getByRole('button', { name: '1：第 1 项，由记录算出' }).waitFor()
      await picture('report-text')
    })
  })

  it('shows then and now when a record is entered late', async () => {
    const { database, catalogue, units } = server
    await database.write({ tenantId: database.tenantId, actor: '经办人' }, (tx) =>
      enterRecord(tx, catalogue, { kind: 'meeting', unitId: units.bureau, fields: { date: '2026-06-02', title: '补记的专题会议', category: 'special-meeting' } }),
    )
    await visit(browser, server.url, {}, async ({ page, picture }) => {
      await server.signIn(page, 'inspector')
      await page.goto(`${server.url}/reports/${reportId}?tab=changes`)
      const change = page.locator('.change')
      await change.getByText('补记的专题会议').waitFor()
      expect(await change.locator('dd').allInnerTexts()).toEqual(['1次', '2次'])
      await picture('report-changes')
      await change.getByRole('button', { name: '打开第 1 项' }).click()
      await page.locator('.figure-now').getByText('补记的专题会议').waitFor()
    })
  })

  it('holds a finished report against the records, place by place', async () => {
    await visit(browser, server.url, {}, async ({ page, picture }) => {
      await server.signIn(page, 'clerk')
      await page.goto(`${server.url}/reports/check`)
      await page.setInputFiles('.dropzone input[type=file]', finished)
      await page.getByRole('button', { name: '开始核对' }).click()
      await page.getByText('与台账不符 1').waitFor()
      await page.keyboard.press('j')
      await picture('report-check')
      await page.getByText('与台账不符 1').click()
      expect(await page.locator('.claim-panel').innerText()).toContain('12')
      await page.getByText('没有依据 1').click()
      await page.locator('.claim-panel').getByText('《不存在的方案》').waitFor()
    })
  })
})

/** Runs in the page: uploads a report and begins this year's from it. */
async function draftFrom({ name, text }: { name: string; text: string }): Promise<string> {
  const stored = (await (await fetch('/api/files', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: text })).json()) as { sha256: string }
  const reply = await fetch('/api/reports/drafts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ report: { name, sha256: stored.sha256 }, period: '2026' }),
  })
  return ((await reply.json()) as { reportId: string }).reportId
}
