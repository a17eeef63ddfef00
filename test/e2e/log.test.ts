import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { graveViolations } from './axe.ts'
import { openBrowser, visit as visitWith, type Surroundings, type Visit } from './browser.ts'
import { startRealServer, type RealServer } from './real-server.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 })

let server: RealServer
let browser: Browser
beforeAll(async () => {
  server = await startRealServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const visit = (surroundings: Surroundings, look: (visit: Visit) => Promise<void>, query = '') =>
  visitWith(browser, `${server.url}/favicon.svg`, surroundings, async (seen) => {
    await server.signIn(seen.page, 'administrator')
    await seen.page.goto(`${server.url}/log${query}`)
    await seen.page.locator(rows).first().waitFor()
    await look(seen)
  })

const rows = '.log-row'

/** As a machine that has other work: the processor has a sixth of its time for the page. */
async function starve(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 })
}

describe('the log page', () => {
  it('says what happened in words, by days, and narrows it by type', () =>
    visit({}, async ({ page, picture, complaints }) => {
      expect(await page.locator('.log-day-group h2').first().innerText()).toMatch(/^2026年\d+月\d+日$/)
      await picture('log')
      await page.goto(`${server.url}/log?types=unit.founded`)
      await page.getByText('设立“办公室”').waitFor()
      expect(await page.locator('.log-sentence').allInnerTexts()).not.toContain('启用台账类型“会议”')
      await page.getByText('到头了').waitFor()
      expect(complaints).toEqual([])
    }))

  it.each(['reduce', 'no-preference'] as const)('opens an event by keyboard and gives the keyboard back to its row on a starved machine, motion: %s', (reducedMotion) =>
    visit({}, async ({ page, picture }) => {
      await page.emulateMedia({ reducedMotion })
      await starve(page)
      await page.locator(rows).first().focus()
      await page.keyboard.press('ArrowDown')
      await page.locator(`${rows}:focus`).waitFor()
      const position = await page.locator(`${rows}:focus`).getAttribute('data-row')
      await page.keyboard.press('Enter')
      await page.getByText('链校验值 = SHA-256').waitFor()
      await picture('log-event')
      await page.keyboard.press('Escape')
      await page.locator('.ant-drawer-open').waitFor({ state: 'detached' })
      await page.locator(`${rows}[data-row="${position}"]:focus`).waitFor()
    }))

  it('verifies with progress, and checks a checkpoint that somebody holds', () =>
    visit({}, async ({ page, picture }) => {
      await page.getByRole('button', { name: '验证日志' }).click()
      await page.getByText(/没有改动：\d+ 个事件逐一重算/).waitFor()
      await picture('log-verified')
      await page.getByRole('button', { name: '核对手中的凭据' }).click()
      const dialog = page.getByRole('dialog', { name: '核对手中的凭据' })
      await dialog.getByLabel('凭据').fill('昨天抄的那个')
      await dialog.getByRole('button', { name: '开始核对' }).click()
      await dialog.getByText('凭据应是位置和 64 位十六进制校验值').waitFor()
      await dialog.getByLabel('凭据').fill(`2 ${'0'.repeat(64)}`)
      await dialog.getByRole('button', { name: '开始核对' }).click()
      await page.getByText('第 2 位发现改动').waitFor()
    }))

  it('saves what was found as a table', () =>
    visit({}, async ({ page }) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出' }).click()])
      expect(download.suggestedFilename()).toBe('日志.csv')
    }))

  it('has no grave obstacle in either language and light, and fits 390 px', () =>
    visit({ width: 390, height: 844 }, async ({ page, picture }) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
      expect(await graveViolations(page)).toEqual([])
      await picture('log-390')
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('heading', { name: 'Log' }).waitFor()
      await picture('log-english-dark')
      expect(await graveViolations(page)).toEqual([])
    }))
})
