import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser, visit as visitWith, type Surroundings, type Visit } from './browser.ts'
import { startFixtureServer, type FixtureServer } from './fixture-server.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let server: FixtureServer
let browser: Browser
beforeAll(async () => {
  server = await startFixtureServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const visit = (path: string, surroundings: Surroundings, look: (visit: Visit) => Promise<void>) =>
  visitWith(browser, `${server.url}${path}`, surroundings, look)

const rows = 'tr[data-figure]'
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

describe('the report page', () => {
  it('lists the figures, twenty to a page, each marked in its sentence', () =>
    visit('/', {}, async ({ page, complaints, picture }) => {
      await page.locator(rows).first().waitFor()
      expect(await page.locator(rows).count()).toBe(20)
      expect(await page.locator('h1').innerText()).toContain('意识形态工作责任制')
      expect(await page.locator('tr[data-figure="2"] mark').innerText()).toBe('3')
      expect(await page.locator('tr[data-figure="7"]').innerText()).toContain('126 / 128')
      expect(await page.locator('.report-facts').innerText()).toContain('2026年11月25日 14:30')
      await picture('report')
      await page.locator('.ant-pagination-item-2').click()
      await page.locator('tr[data-figure="21"]').waitFor()
      expect(await page.locator(rows).count()).toBe(9)
      expect(complaints).toEqual([])
    }))

  it('finds figures by a word, and says how when there are none', () =>
    visit('/', {}, async ({ page, picture }) => {
      await page.locator(rows).first().waitFor()
      await page.keyboard.press('/')
      await page.keyboard.type('网络安全')
      await page.locator('tr[data-figure="3"]').waitFor({ state: 'detached' })
      expect(await page.locator(rows).count()).toBe(2)
      await page.keyboard.type('没有这个词')
      await page.locator('.blank').waitFor()
      await picture('report-nothing-found')
      await page.locator('.blank button').click()
      expect(await page.locator(rows).count()).toBe(20)
    }))

  it('opens a figure by keyboard and shows its records page by page', () =>
    visit('/', {}, async ({ page, complaints, picture }) => {
      await page.locator(rows).first().focus()
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
      await page.locator('.record').first().waitFor()
      expect(await page.locator('.record').count()).toBe(20)
      expect(await page.locator('.figure-records').innerText()).toContain('2026年会议台账.xlsx · 会议 · 第 4 行')
      await picture('figure')
      await page.locator('.figure-records .ant-pagination-item-2').click()
      await page.getByText('（第21次）').waitFor()
      await page.keyboard.press('Escape')
      await page.locator('.ant-drawer-open').waitFor({ state: 'detached' })
      await page.locator('tr[data-figure="6"]:focus').waitFor()
      expect(complaints).toEqual([])
    }))

  it('shows the numerator, the denominator and what was left out of a rate', () =>
    visit('/?figure=8', {}, async ({ page, picture }) => {
      await page.locator('.record').first().waitFor()
      expect(await page.locator('.fraction').innerText()).toMatch(/分子\s*122\s*分母\s*125\s*剔除\s*3/)
      await picture('figure-rate')
    }))

  it('says what is open with its proposal, and what was carried over', () =>
    visit('/?tab=open', {}, async ({ page, picture }) => {
      await page.locator('.places').waitFor()
      expect(await page.locator('.places').innerText()).toContain('在“问卷调查”台账里记下来，得出“问卷份数”（份）')
      await picture('report-open')
      await page.getByRole('tab', { name: '沿用待确认' }).click()
      await page.getByText('《新闻发布工作办法》').first().waitFor()
      await picture('report-carried-over')
    }))

  it('speaks English after the switch, and remembers it', () =>
    visit('/', {}, async ({ page, complaints, picture }) => {
      await page.locator(rows).first().waitFor()
      await page.getByRole('button', { name: 'English' }).click()
      await page.reload()
      await page.getByText('25 November 2026 14:30').waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      await picture('report-english')
      expect(complaints).toEqual([])
    }))

  it('fits 390 px without scrolling sideways, the open figure too', () =>
    visit('/', { width: 390, height: 844 }, async ({ page, complaints, picture }) => {
      await page.locator(rows).first().waitFor()
      expect(await page.evaluate(overflow)).toBe(0)
      await picture('report-390')
      await page.locator('tr[data-figure="8"]').click()
      await page.locator('.record').first().waitFor()
      expect(await page.evaluate(overflow)).toBe(0)
      expect((await page.locator('.ant-drawer-section').boundingBox())?.width).toBe(390)
      await picture('figure-390')
      expect(complaints).toEqual([])
    }))

  it('is dark where the system is', () =>
    visit('/?figure=8', { dark: true }, async ({ page, picture }) => {
      await page.locator('.record').first().waitFor()
      await picture('figure-dark')
      await page.keyboard.press('Escape')
      await page.locator('.ant-drawer-open').waitFor({ state: 'detached' })
      await picture('report-dark')
    }))

  it('prints every figure with how it was computed', () =>
    visit('/', { width: 800, height: 1100 }, async ({ page, picture }) => {
      await page.locator(rows).first().waitFor()
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.print-only tbody tr:visible').count()).toBe(29)
      await picture('report-print')
    }))

  it('saves the Word file under the title of the report', () =>
    visit('/', {}, async ({ page }) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 Word' }).click()])
      expect(download.suggestedFilename()).toBe('云江市交通运输局2026年度意识形态工作责任制落实情况的报告.docx')
    }))
})

describe('the reports page', () => {
  it('teaches how the first report is made', async () => {
    server.state.reports = 0
    await visit('/', {}, async ({ page, picture }) => {
      expect(await page.locator('.command').innerText()).toContain('bin/taizhang fill')
      await picture('no-report')
    })
    server.state.reports = 1
  })

  it('lists several reports and opens one', async () => {
    server.state.reports = 2
    await visit('/', {}, async ({ page, picture }) => {
      await page.getByText('2026年上半年', { exact: true }).waitFor()
      await picture('reports')
      await page.getByRole('link', { name: /信访工作/ }).click()
      await page.getByText('信访台账2026.xlsx').waitFor()
      expect(page.url()).toMatch(/\/reports\/[0-9a-f-]{36}$/)
      await page.getByRole('link', { name: '全部报告' }).click()
      await page.getByRole('link', { name: /信访工作/ }).waitFor()
    })
    server.state.reports = 1
  })
})

describe('when something fails', () => {
  it('says what and shows the records after trying again', async () => {
    server.state.recordsFail = true
    await visit('/?figure=1', {}, async ({ page, picture }) => {
      await page.getByText('记录暂时读不到，请稍后再试。').waitFor()
      await picture('failure')
      server.state.recordsFail = false
      await page.getByRole('button', { name: '重试' }).click()
      await page.locator('.record').first().waitFor()
    })
  })

  it('says that there is no such page, and no such report', () =>
    visit('/nowhere', {}, async ({ page }) => {
      await page.getByText('没有这一页').waitFor()
      await page.goto(`${server.url}/reports/5f0c2a34-7a1d-4c53-9f5b-1f9f6f1affff`)
      await page.getByText('没有这份报告').waitFor()
    }))
})
