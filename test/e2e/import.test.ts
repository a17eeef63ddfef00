import { writeXlsx } from 'hucre/xlsx'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser, visit } from './browser.ts'
import { startRealServer, type RealServer } from './real-server.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let server: RealServer
let browser: Browser
let workbook: Buffer
beforeAll(async () => {
  workbook = await ledger()
  server = await startRealServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** A ledger as offices keep it: a title, an oddly named column, one wrong date, a total, and a sheet nobody can read. */
async function ledger(): Promise<Buffer> {
  const rows = [
    ['2026年度会议台账'],
    ['序号', '召开时间', '会议名称', '会议类别', '来了多少人'],
    [1, '2026年3月5日', '网络安全工作专题会议', '专题会', 23],
    [2, '3月32日', '局党组第三次会议', '党组会', 12],
    [3, '2026.4.9', '意识形态工作座谈会', '座谈会', 31],
    [null, '合计', null, null, 66],
  ]
  return Buffer.from(await writeXlsx({ sheets: [{ name: '会议', rows }, { name: '杂记', rows: [['随手记的', '一些话'], ['甲', '乙']] }] }))
}

async function drop(page: Page, name: string): Promise<void> {
  await page.setInputFiles('.dropzone input[type=file]', { name, mimeType: 'application/octet-stream', buffer: workbook })
}

describe('importing a ledger in the browser', () => {
  it('shows it on its own sheet, takes corrections, and records it as one batch', async () => {
    await visit(browser, server.url, {}, async ({ page, picture, complaints }) => {
      await server.signIn(page, 'clerk')
      await page.goto(`${server.url}/import`)
      complaints.length = 0
      await picture('import-empty')
      await drop(page, '2026年会议台账.xlsx')
      await page.getByText('1 处错误').first().waitFor()
      expect(await page.locator('td[data-cell="B4"].sheet-problem').innerText()).toContain('3月32日')
      expect(await page.getByRole('button', { name: '登记 2 条' }).isDisabled()).toBe(true)
      await picture('import-errors')

      await page.getByRole('button', { name: '第 4 行怎么处理' }).click()
      await page.getByRole('menuitem', { name: '不登记这一行' }).click()
      await page.getByRole('combobox', { name: 'E 列是什么' }).fill('参加人数')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: '按改正重新读取' }).click()
      await page.getByText('没有错误').waitFor()
      await picture('import-corrected')

      await page.getByRole('button', { name: '登记 2 条' }).click()
      await page.getByText('登记了 2 条记录').waitFor()
      await picture('import-done')
      const kept = await server.database.read(server.database.tenantId, (db) =>
        db.selectFrom('record_versions').select(['title', 'occurred_on', 'fields']).where('tenant_id', '=', db.tenantId).where('source_sheet', '=', '会议').orderBy('occurred_on').execute(),
      )
      expect(kept).toMatchObject([
        { title: '网络安全工作专题会议', occurred_on: '2026-03-05', fields: { attendees: 23 } },
        { title: '意识形态工作座谈会', occurred_on: '2026-04-09', fields: { attendees: 31 } },
      ])
      expect(complaints).toEqual([])
    })
  })

  it('says that a file was imported before, and keeps what was dropped when the page is left', async () => {
    await visit(browser, server.url, { width: 390, height: 844 }, async ({ page, picture }) => {
      await server.signIn(page, 'clerk')
      await page.goto(`${server.url}/import`)
      await drop(page, '另一个名字.xlsx')
      await page.getByText('已由').waitFor()
      await page.reload()
      await page.getByText('不能再导一次').waitFor()
      await picture('import-narrow')
    })
  })

  it('refuses what is no ledger with a sentence that says so', async () => {
    await visit(browser, server.url, {}, async ({ page }) => {
      await server.signIn(page, 'clerk')
      await page.goto(`${server.url}/import`)
      await page.setInputFiles('.dropzone input[type=file]', { name: '照片.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('not a workbook') })
      await page.getByText('不是 Excel 工作簿').waitFor()
    })
  })
})
