import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { demoReport, demoReportName } from '../../src/demo/report.ts'
import { demoRecords } from '../../src/demo/writer.ts'
import { readReport } from '../../src/engine/docx/read-report.ts'
import { graveViolations } from './axe.ts'
import { openBrowser, visit } from './browser.ts'
import { startRealServer, type RealServer } from './real-server.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let server: RealServer
let browser: Browser
let draft = ''
beforeAll(async () => {
  server = await startRealServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const lastYear = { name: demoReportName(2025), mimeType: 'application/octet-stream', buffer: Buffer.from(demoReport(2025, demoRecords(), { halfEmpty: false })) }

/** Walks with Tab until the keyboard stands on what has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 200; steps += 1) {
    await page.keyboard.press('Tab')
    const reached = await page.evaluate(() => {
      const at = document.activeElement
      const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])].map((label) => label.textContent ?? '') : []
      return [at?.getAttribute('aria-label') ?? '', at?.textContent ?? '', ...labels].map((text) => text.trim())
    })
    if (reached.some((text) => text.startsWith(name))) return
  }
  throw new Error(`Tab never reached “${name}”`)
}

/** Moves with j until a place whose words are these is chosen. */
async function jumpTo(page: Page, label: RegExp): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    const at = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    if (label.test(at)) return
    const before = page.url()
    await page.keyboard.press('j')
    await page.waitForFunction((url) => location.href !== url, before)
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-current') === 'true')
  }
  throw new Error(`j never reached ${label}`)
}

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

describe('drafting a report by keyboard alone', () => {
  it('drops last year’s report, rebinds a slot, writes another by hand, accepts a proposal and downloads the draft', async () => {
    await visit(browser, server.url, {}, async ({ page, picture, complaints }) => {
      await server.signIn(page, 'administrator')
      await page.goto(`${server.url}/reports`)
      await page.getByText('拿去年的报告来').waitFor()
      await page.getByText('还没有报告').waitFor()
      complaints.length = 0
      expect(await graveViolations(page)).toEqual([])
      await picture('reports-empty')

      const chooser = page.waitForEvent('filechooser')
      await tabTo(page, '选择文件')
      await page.keyboard.press('Enter')
      await (await chooser).setFiles([lastYear])
      await page.getByText('这是 2025 年的报告').waitFor()
      await picture('report-begin')
      await page.getByLabel('时期', { exact: true }).waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.paper').waitFor()
      await page.getByRole('button', { name: '批量确认' }).waitFor()
      draft = new URL(page.url()).pathname
      expect(await page.locator('.paper-title').first().innerText()).toContain('2026年')

      await jumpTo(page, /^第 3 处/)
      await picture('draft-figure')
      expect(await graveViolations(page)).toEqual([])
      await page.keyboard.press('Enter')
      await tabTo(page, '按报告里的说法找指标')
      await page.keyboard.type('活动次数')
      await page.locator('.ant-select-item-option-active', { hasText: '活动次数' }).waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.panel-preview').waitFor()
      await picture('draft-rebinding')
      await tabTo(page, '保存')
      await page.keyboard.press('Enter')
      await page.getByText(/于 .* 确认/).first().waitFor()

      await page.keyboard.press('Escape')
      await jumpTo(page, /有建议：6/)
      await picture('draft-proposal')
      expect(await graveViolations(page)).toEqual([])
      await page.keyboard.press('Enter')
      await tabTo(page, '接受建议')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: '去记这种台账' }).waitFor()
      await picture('draft-accepted')

      await tabTo(page, '留空')
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('ArrowLeft')
      await tabTo(page, '填写的内容')
      await page.keyboard.type('8')
      await tabTo(page, '依据或理由')
      await page.keyboard.type('人事科名册')
      await tabTo(page, '保存')
      await page.keyboard.press('Enter')
      await page.locator('.panel-state', { hasText: '人事科名册' }).waitFor()
      await picture('draft-by-hand')

      const downloading = page.waitForEvent('download')
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      await tabTo(page, '下载 Word 草稿')
      await page.keyboard.press('Enter')
      const download = await downloading
      expect(download.suggestedFilename()).toMatch(/^草稿-云江市交通运输局关于2026年.*\.docx$/)
      const written = readReport('草稿.docx', await readFile(await download.path()))
      expect(written.paragraphs.map(({ text }) => text).join('')).toContain('配备网络信息员8名')
      expect(complaints).toEqual([])
    })
  })

  it('shows what confirming several will do, and confirms only that', async () => {
    await visit(browser, server.url, {}, async ({ page, picture }) => {
      await server.signIn(page, 'administrator')
      await page.goto(`${server.url}${draft}`)
      await page.getByRole('button', { name: '批量确认' }).click()
      const will = page.getByRole('dialog').getByText(/将把下面 \d+ 处/)
      await will.waitFor()
      await picture('draft-bulk')
      const count = Number(/\d+/.exec(await will.innerText())?.[0])
      const before = Number(/\d+/.exec(await page.getByRole('button', { name: /^未确认/ }).innerText())?.[0])
      await page.getByRole('button', { name: `确认这 ${count} 处` }).click()
      await page.getByRole('button', { name: `未确认 ${before - count} 处` }).waitFor()
    })
  })

  it('tells the second of two tabs what the first did, and loses nothing that was typed', async () => {
    await visit(browser, server.url, {}, async ({ page, picture }) => {
      await server.signIn(page, 'administrator')
      const other = await page.context().newPage()
      for (const tab of [page, other]) {
        await tab.goto(`${server.url}${draft}?at=slot-4`)
        await tab.locator('.panel').waitFor()
        await tab.locator('.panel .ant-segmented-item', { hasText: '由人填写' }).click()
      }
      const fill = async (tab: Page, words: string) => {
        await tab.getByLabel('填写的内容').fill(words)
        await tab.getByLabel('依据或理由').fill('手工核对')
        await tab.locator('.panel-form').getByRole('button', { name: '保存' }).click()
      }
      await fill(other, '甲')
      await other.locator('[data-place="slot-4"]', { hasText: '甲' }).waitFor()
      await fill(page, '乙')
      await page.getByText('别人也改了这一处').waitFor()
      expect(await page.locator('.panel-conflict').innerText()).toMatch(/甲[\s\S]*乙/)
      await picture('draft-conflict')
      await page.getByRole('button', { name: '用我的' }).click()
      await page.locator('[data-place="slot-4"]', { hasText: '乙' }).waitFor()
    })
  })

  it('reads on a small screen, in the dark and in English', async () => {
    await visit(browser, server.url, { width: 390, height: 844 }, async ({ page, picture }) => {
      await server.signIn(page, 'clerk')
      await page.goto(`${server.url}/reports`)
      await page.locator('.report-link').first().waitFor()
      expect(await page.evaluate(overflow)).toBe(0)
      await picture('reports-390')
      await page.goto(`${server.url}${draft}`)
      await page.locator('.paper').waitFor()
      expect(await page.evaluate(overflow)).toBe(0)
      await picture('draft-390')
      await page.locator('[data-place="slot-3"]').click()
      await page.locator('.panel-value').waitFor()
      await picture('draft-390-slot')
    })
    await visit(browser, server.url, { dark: true }, async ({ page, picture }) => {
      await server.signIn(page, 'clerk')
      await page.addInitScript(() => localStorage.setItem('taizhang.language', 'en'))
      await page.goto(`${server.url}${draft}?at=slot-3`)
      await page.locator('.panel-value').waitFor()
      await picture('draft-dark-en')
      expect(await graveViolations(page)).toEqual([])
      await page.goto(`${server.url}/reports`)
      await page.locator('.report-link').first().waitFor()
      await picture('reports-dark-en')
      expect(await graveViolations(page)).toEqual([])
    })
  })
})
