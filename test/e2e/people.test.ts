import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { graveViolations } from './axe.ts'
import { openBrowser, visit as visitWith, type Surroundings, type Visit } from './browser.ts'
import { startPeopleServer, type PeopleServer } from './people-server.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 })

let demo: PeopleServer
let first: PeopleServer
let browser: Browser
beforeAll(async () => {
  demo = await startPeopleServer({ demo: true })
  first = await startPeopleServer({ demo: false })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await demo.stop()
  await first.stop()
})

const visit = (path: string, surroundings: Surroundings, look: (visit: Visit) => Promise<void>) =>
  visitWith(browser, `${demo.url}${path}`, surroundings, look)

const enterAs = async (page: Page, who: RegExp) => {
  await page.getByRole('button', { name: who }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** The form over the page: fields by their labels. */
const dialog = (page: Page) => page.locator('.ant-modal')
const pick = async (page: Page, label: string, words: string, option: string) => {
  await dialog(page).getByRole('combobox', { name: label }).fill(words)
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).last().click()
}

describe('units and people', () => {
  it('are entered by somebody who came in with one click: a unit, its move, a person with a post, the chart', () =>
    visit('/units', {}, async ({ page, complaints, picture }) => {
      await page.locator('.demo-accounts button').first().waitFor()
      await picture('sign-in')
      await enterAs(page, /管理员/)
      await page.locator('.unit-tree').waitFor()
      expect(new URL(page.url()).pathname).toBe('/units')
      await picture('units')

      await page.getByRole('button', { name: '新设单位' }).click()
      await dialog(page).getByLabel('单位名称').fill('办公室')
      await page.keyboard.press('Enter')
      await dialog(page).getByText('同一个上级之下已有“办公室”。').waitFor()
      expect(await dialog(page).getByLabel('单位名称').inputValue()).toBe('办公室')
      await picture('unit-refused')
      await dialog(page).getByLabel('单位名称').fill('港航事务中心')
      await dialog(page).getByLabel('自哪天起').fill('2024-03-01')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: '港航事务中心' }).waitFor()

      await page.getByRole('button', { name: '移动' }).click()
      await pick(page, '新的上级单位', '办公', '办公室')
      await dialog(page).getByLabel('自哪天起').fill('2025-07-01')
      await dialog(page).getByRole('button', { name: '移动' }).click()
      await dialog(page).waitFor({ state: 'hidden' })
      await page.getByText('2024年3月1日起，至2025年7月1日前').waitFor()
      expect(await page.locator('.unit-slices').first().innerText()).toContain('隶属 办公室')

      await page.getByRole('button', { name: '登记任职' }).click()
      await pick(page, '人员', '童怀瑾', '新增“童怀瑾”')
      await dialog(page).getByLabel('职务或岗位').fill('主任')
      await page.keyboard.press('Tab')
      await dialog(page).getByText('第一责任人').click()
      await dialog(page).getByLabel('自哪天起').fill('2025-07-01')
      await dialog(page).getByRole('button', { name: '登记' }).click()
      await dialog(page).waitFor({ state: 'hidden' })
      await page.locator('.post-list').getByText('童怀瑾').waitFor()
      await picture('unit')

      await page.locator('.unit-facts').getByRole('link', { name: '责任图' }).click()
      await page.locator('.chart').waitFor()
      expect(await page.locator('.chart tbody tr').first().innerText()).toMatch(/港航事务中心\s*童怀瑾 主任/)
      await page.goto(`${demo.url}/units/responsibility`)
      await page.locator('.chart').getByText('高建章').waitFor()
      await picture('chart')
      await page.emulateMedia({ media: 'print' })
      await picture('chart-print')
      await page.emulateMedia({ media: 'screen' })

      await page.goto(`${demo.url}/units?on=2024-12-31&words=港航`)
      await page.getByRole('link', { name: '云江市交通运输局 / 港航事务中心' }).waitFor()
      // The refusal above is told by the browser too.
      expect(complaints.filter((text) => !text.includes('400') && !text.includes('403'))).toEqual([])
    }))

  it('show somebody of one section only that section, and offer nothing that is refused', () =>
    visit('/units', {}, async ({ page }) => {
      await enterAs(page, /罗小川/)
      await page.locator('.unit-tree').waitFor()
      expect(await page.locator('.unit-link').allInnerTexts()).toEqual(['安全监督科'])
      expect(await page.getByRole('button', { name: '新设单位' }).count()).toBe(0)
      expect(await page.getByRole('link', { name: '账户与角色' }).count()).toBe(0)
      await page.goto(`${demo.url}/units/accounts`)
      await page.getByRole('alert').waitFor()
    }))

  it('can be come into by everybody', () =>
    visit('/sign-in', {}, async ({ page }) => {
      await page.locator('.demo-accounts button').first().waitFor()
      expect(await graveViolations(page)).toEqual([])
    }))

  const pages = [['/units', '.unit-tree'], ['/units/people', '.quiet-table'], ['/units/responsibility', '.chart'], ['/units/accounts', '.quiet-table'], ['/account', '.session-list li']] as const

  it.each([['zh', false, 1280], ['en', true, 1280], ['zh', true, 390]] as const)('are usable by everybody: %s, dark %s, %i px', (language, dark, width) =>
    visit('/sign-in', { dark, width }, async ({ page, picture }) => {
      await enterAs(page, /管理员/)
      await page.evaluate((chosen) => localStorage.setItem('taizhang.language', chosen), language)
      for (const [path, sign] of pages) {
        await page.goto(`${demo.url}${path}`)
        await page.locator(sign).first().waitFor()
        expect([path, await graveViolations(page, '#content')]).toEqual([path, []])
        expect([path, await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)]).toEqual([path, 0])
        await picture(`people${path.replaceAll('/', '-')}-${language}-${width}${dark ? '-dark' : ''}`)
      }
    }))
})

describe('the first administrator', () => {
  it('must change the printed password, opens an account with one of its own, and closes it in mid-session', () =>
    visitWith(browser, `${first.url}/units`, {}, async ({ page, picture }) => {
      const password = first.said.join('\n').match(/一次性密码：(\S+)$/m)?.[1] ?? ''
      await signIn(page, 'admin', password)
      await page.getByText('您用的是一次性密码').waitFor()
      await page.goto(`${first.url}/units`)
      await page.waitForURL(/\/account$/)
      await changePassword(page, password, 'kurz', 'kurz')
      await page.getByText('至少要 10 个字符').waitFor()
      await picture('password-refused')
      await changePassword(page, password, 'yun jiang 2026 guan li', 'yun jiang 2026 guan li')
      await page.waitForURL((url) => url.pathname !== '/account')

      await page.goto(`${first.url}/units`)
      await page.getByText('还没有单位').waitFor()
      await picture('units-empty')
      await page.goto(`${first.url}/units/accounts`)
      await page.getByRole('button', { name: '开立账户' }).click()
      await pick(page, '人员', '秦望舒', '新增“秦望舒”')
      await dialog(page).getByLabel('登录名').fill('jt0417')
      await dialog(page).getByRole('button', { name: '开立' }).click()
      const told = await page.locator('.one-time-password').innerText()
      await picture('one-time-password')
      await page.getByRole('button', { name: '我已记下' }).click()

      await visitWith(browser, `${first.url}/units`, {}, async ({ page: theirs }) => {
        await signIn(theirs, 'jt0417', told)
        await changePassword(theirs, told, 'wang shu 2026 ji lu', 'wang shu 2026 ji lu')
        await theirs.waitForURL((url) => url.pathname !== '/account')
        await page.getByRole('button', { name: '管理账户 jt0417' }).click()
        await page.getByRole('button', { name: '停用账户' }).click()
        await page.getByRole('button', { name: '继续' }).click()
        await page.getByRole('button', { name: '重新启用' }).waitFor()
        await picture('account-closed')
        await theirs.goto(`${first.url}/account`)
        await theirs.getByText('您的账户已停用，请联系管理员。').waitFor()
      })
    }))
})

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

async function changePassword(page: Page, old: string, wanted: string, again: string): Promise<void> {
  await page.getByLabel('一次性密码').fill(old)
  await page.getByLabel('新密码', { exact: true }).fill(wanted)
  await page.getByLabel('再输一次新密码').fill(again)
  await page.getByRole('button', { name: '修改密码' }).click()
}
