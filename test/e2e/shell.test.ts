import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { graveViolations } from './axe.ts'
import { openBrowser, visit as visitWith, type Surroundings, type Visit } from './browser.ts'
import { startShellServer, type ShellServer } from './shell-server.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

let server: ShellServer
let browser: Browser
beforeAll(async () => {
  server = await startShellServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const visit = (path: string, surroundings: Surroundings, look: (visit: Visit) => Promise<void>) =>
  visitWith(browser, `${server.url}${path}`, surroundings, look)

/** A page of which the shell is all there is. */
const nowhere = '/nowhere'
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

describe('the frame', () => {
  it('says whose book it is and where one is', () =>
    visit(nowhere, {}, async ({ page, picture, complaints }) => {
      await page.getByText('没有这一页').waitFor()
      expect(await page.locator('.frame-side').innerText()).toContain('云江市交通运输局（虚构）')
      expect(await page.locator('.place-link').allInnerTexts()).toContain('日志')
      await page.getByRole('link', { name: '日志' }).click()
      await page.locator('.place-link[aria-current]', { hasText: '日志' }).waitFor()
      await picture('shell')
      expect(complaints).toEqual([])
    }))

  it('moves to a place by g and its letter, and reads the new page from its beginning', () =>
    visit(nowhere, {}, async ({ page }) => {
      await page.getByText('没有这一页').waitFor()
      await page.keyboard.press('g')
      await page.keyboard.press('l')
      await page.waitForURL(/\/log$/)
      await page.locator('#content:focus').waitFor()
    }))

  it('helps with its keys on ?', () =>
    visit(nowhere, {}, async ({ page, picture }) => {
      await page.getByText('没有这一页').waitFor()
      await page.keyboard.press('?')
      const help = page.getByRole('dialog', { name: '键盘' })
      await help.waitFor()
      expect(await help.innerText()).toContain('到“日志”')
      await picture('shell-keys')
      await page.keyboard.press('Escape')
      await help.waitFor({ state: 'hidden' })
    }))

  it('folds the navigation away at 390 px, and closes it on the chosen page', () =>
    visit(nowhere, { width: 390, height: 844 }, async ({ page, picture }) => {
      await page.getByRole('button', { name: '主导航' }).click()
      const menu = page.getByRole('dialog')
      await menu.getByRole('link', { name: '日志' }).waitFor()
      await picture('shell-390-menu')
      await menu.getByRole('link', { name: '日志' }).click()
      await menu.waitFor({ state: 'hidden' })
      expect(await page.evaluate(overflow)).toBe(0)
      await picture('shell-390')
    }))

  it('speaks English after the switch, and remembers it', () =>
    visit(nowhere, {}, async ({ page, picture }) => {
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByText('No such page').waitFor()
      await page.reload()
      await page.getByText('No such page').waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      await picture('shell-english')
    }))

  it('is dark as chosen, also where the system is light, and remembers it', () =>
    visit(nowhere, {}, async ({ page, picture }) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const light = await ground()
      await page.getByRole('button', { name: /外观/ }).click()
      await page.getByRole('menuitem', { name: '深色' }).click()
      await page.locator('html[data-theme=dark]').waitFor()
      expect(await ground()).not.toBe(light)
      await page.reload()
      await page.locator('html[data-theme=dark]').waitFor()
      await page.getByText('没有这一页').waitFor()
      await picture('shell-dark')
    }))

  it('shows work in the background with its progress, and stops it', () =>
    visit(nowhere, {}, async ({ page, picture }) => {
      server.state.working = true
      await page.getByRole('button', { name: '1 项后台作业正在进行' }).click()
      await page.getByText('已处理 320 / 860').waitFor()
      await picture('shell-jobs')
      await page.getByRole('button', { name: '取消：导入《2026年会议台账.xlsx》' }).click()
      await page.getByRole('button', { name: '后台作业', exact: true }).waitFor()
      server.state.working = false
    }))
})

describe('searching everywhere', () => {
  it('goes to a page by keyboard alone', () =>
    visit(nowhere, {}, async ({ page, picture }) => {
      await page.getByText('没有这一页').waitFor()
      await page.keyboard.press('Control+k')
      const words = page.getByRole('combobox', { name: '全局搜索' })
      await words.waitFor()
      await page.keyboard.type('日志')
      await page.getByRole('option', { name: '日志', selected: true }).waitFor()
      await picture('palette')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/log$/)
      await words.waitFor({ state: 'detached' })
    }))

  it('does what can be done from anywhere, and says when nothing is found', () =>
    visit(nowhere, {}, async ({ page }) => {
      await page.getByText('没有这一页').waitFor()
      await page.keyboard.press('Control+k')
      const words = page.getByRole('combobox', { name: '全局搜索' })
      await words.waitFor()
      await page.keyboard.type('没有这种东西')
      await page.getByText('没有找到').waitFor()
      await words.fill('英文')
      await page.getByRole('option', { name: '切换到英文' }).click()
      await page.getByText('No such page').waitFor()
    }))
})

describe('when something fails', () => {
  it('says that the server is away, tries again by itself, and goes on when it is back', () =>
    visit(nowhere, {}, async ({ page, picture }) => {
      await page.getByText('没有这一页').waitFor()
      await page.route('**/api/**', (route) => route.abort())
      await page.getByText('正在重试').waitFor()
      await picture('shell-away')
      await page.unroute('**/api/**')
      await page.getByText('已重新连上服务器').waitFor()
    }))

  it('takes up an ended session over the page, and then does what was asked', () =>
    visit('/log', {}, async ({ page, picture }) => {
      await page.getByRole('heading', { name: '日志' }).waitFor()
      server.state.expired = true
      await page.getByRole('button', { name: '更早的事件' }).click()
      const dialog = page.getByRole('dialog', { name: '登录已过期' })
      await dialog.waitFor()
      await picture('session-ended')
      await dialog.getByLabel('密码', { exact: true }).fill('错')
      await page.keyboard.press('Enter')
      await dialog.getByText('账户或密码不对。').waitFor()
      await dialog.getByLabel('密码', { exact: true }).fill('对')
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'hidden' })
      await page.getByText('已列出 100 条').waitFor()
    }))
})

describe('using the frame in any way', () => {
  it.each([
    ['light', { dark: false }, '没有这一页'],
    ['dark', { dark: true }, '没有这一页'],
    ['narrow', { width: 390, height: 844 }, '没有这一页'],
  ])('has no grave obstacle: %s', (_, surroundings, words) =>
    visit(nowhere, surroundings, async ({ page }) => {
      await page.getByText(words).waitFor()
      expect(await graveViolations(page)).toEqual([])
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: '全局搜索' }).waitFor()
      expect(await graveViolations(page)).toEqual([])
    }))
})
