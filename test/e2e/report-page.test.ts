import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { demoReport, demoReportName } from '../../src/demo/report.ts'
import { demoRecords } from '../../src/demo/writer.ts'
import { openBrowser, visit as visitWith, type Surroundings, type Visit } from './browser.ts'
import { realToken, startRealServer, type RealServer } from './real-server.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 })

let server: RealServer
let browser: Browser
let made: { reportId: string; title: string; figures: { number: number; records: number }[]; open: { text: string }[] }
beforeAll(async () => {
  server = await startRealServer()
  made = await reportMade()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** This year's report of the bureau, made in one go from last year's. */
async function reportMade(): Promise<typeof made> {
  const headers = { authorization: `Bearer ${realToken}` }
  const bytes = new Uint8Array(demoReport(2025, demoRecords(), { halfEmpty: false }))
  const stored = await fetch(`${server.url}/api/files`, { method: 'POST', headers: { ...headers, 'content-type': 'application/octet-stream' }, body: new Blob([bytes]) })
  const { sha256 } = (await stored.json()) as { sha256: string }
  const body = JSON.stringify({ report: { name: demoReportName(2025), sha256 }, period: '2026' })
  const reply = await fetch(`${server.url}/api/reports`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })
  return (await reply.json()) as typeof made
}

const visit = (query: string, surroundings: Surroundings, look: (visit: Visit) => Promise<void>) =>
  visitWith(browser, server.url, surroundings, async (seen) => {
    await server.signIn(seen.page, 'head')
    await seen.page.goto(`${server.url}/reports/${made.reportId}${query}`)
    seen.complaints.length = 0
    await look(seen)
  })

const rows = 'tr[data-figure]'
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

/** The first figure that stands on a record, and its place in the list. */
function figureWithRecords(): { at: number; number: number; records: number } {
  const at = made.figures.findIndex(({ records }) => records > 0)
  const figure = made.figures[at]
  if (figure === undefined) throw new Error('no figure stands on a record')
  return { at, ...figure }
}

describe('the page of a made report', () => {
  it('lists its figures, each opened by keyboard to the records it stands on', () =>
    visit('', {}, async ({ page, complaints, picture }) => {
      await page.locator(rows).first().waitFor()
      expect(await page.locator(rows).count()).toBe(Math.min(made.figures.length, 20))
      expect(await page.locator('h1').innerText()).toBe(made.title)
      await picture('report')
      const { at, number, records } = figureWithRecords()
      await page.locator(rows).first().focus()
      for (let step = 0; step <= at; step += 1) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      await page.locator('.record').first().waitFor()
      expect(await page.locator('.record').count()).toBe(records)
      await picture('figure')
      await page.keyboard.press('Escape')
      await page.locator('.ant-drawer-open').waitFor({ state: 'detached' })
      await page.locator(`tr[data-figure="${number}"]:focus`).waitFor()
      expect(complaints).toEqual([])
    }))

  it('finds figures by a word, and says how when there are none', () =>
    visit('', {}, async ({ page }) => {
      await page.locator(rows).first().waitFor()
      await page.keyboard.press('/')
      await page.keyboard.type('没有这个词')
      await page.locator('.blank').waitFor()
      await page.locator('.blank button').click()
      await page.locator(rows).first().waitFor()
    }))

  it('says what is open', () =>
    visit('?tab=open', {}, async ({ page, picture }) => {
      await page.locator('.places').waitFor()
      expect(await page.locator('.places > li').count()).toBe(Math.min(made.open.length, 20))
      await picture('report-open')
    }))

  it('fits 390 px without scrolling sideways, the open figure too', () =>
    visit('', { width: 390, height: 844 }, async ({ page, picture }) => {
      await page.locator(rows).first().waitFor()
      expect(await page.evaluate(overflow)).toBe(0)
      await page.locator(rows).nth(figureWithRecords().at).click()
      await page.locator('.record').first().waitFor()
      expect(await page.evaluate(overflow)).toBe(0)
      await picture('figure-390')
    }))

  it('prints every figure with how it was computed, and saves the Word file under its title', () =>
    visit('', { width: 1000, height: 1100 }, async ({ page }) => {
      await page.locator(rows).first().waitFor()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 Word' }).first().click()])
      expect(download.suggestedFilename()).toBe(`${made.title}.docx`)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.print-only tbody tr:visible').count()).toBe(made.figures.length)
    }))
})
