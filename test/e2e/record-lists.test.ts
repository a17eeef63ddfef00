import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Role } from '../../src/modules/access/can.ts'
import { enterRecord } from '../../src/modules/records/actions.ts'
import { openBrowser, visit as visitWith, type Surroundings, type Visit } from './browser.ts'
import { seedSmall, startRealServer, type RealServer } from './real-server.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let server: RealServer
let browser: Browser
beforeAll(async () => {
  server = await startRealServer({
    seed: async (seeding) => {
      await seedSmall(seeding)
      const { database, catalogue, units } = seeding
      await database.write({ tenantId: database.tenantId, actor: '经办人' }, async (tx) => {
        for (let n = 1; n <= 60; n += 1) {
          const date = `2026-${String(1 + (n % 10)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
          const fields = { date, title: `第${n}次网络安全专题会`, category: 'special-meeting', topic: ['network-security'], attendees: n }
          await enterRecord(tx, catalogue, { kind: 'meeting', unitId: n % 2 === 0 ? units['办公室'] : units['安全监督科'], fields })
        }
      })
    },
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const visit = (path: string, { role = 'clerk', ...surroundings }: Surroundings & { role?: Role }, look: (visit: Visit) => Promise<void>) =>
  visitWith(browser, `${server.url}/nowhere`, surroundings, async (begun) => {
    await server.signIn(begun.page, role)
    await begun.page.goto(`${server.url}${path}`)
    begun.complaints.length = 0
    await look(begun)
  })

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
const found = (page: Page, text: string) => page.locator('.found', { hasText: text }).waitFor()
const choose = async (page: Page, field: string, text: string) => {
  await page.getByLabel(field, { exact: true }).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

describe('the overview of kinds', () => {
  it('lists kinds by pack with this year’s records, and finds kinds and records', () =>
    visit('/records', {}, async ({ page, complaints, picture }) => {
      const meetings = page.getByRole('row', { name: /^会议/ })
      await meetings.waitFor()
      expect(await page.locator('.kinds-table caption').allInnerTexts()).toContain('通用台账')
      expect(Number(await meetings.locator('.number').innerText())).toBeGreaterThanOrEqual(60)
      await picture('kinds')
      await page.keyboard.press('/')
      await page.keyboard.type('第59次')
      await page.getByRole('link', { name: '第59次网络安全专题会' }).waitFor()
      await picture('kinds-found')
      expect(complaints).toEqual([])
    }))
})

describe('a list of records', () => {
  it('is searched and filtered in its address, so that a link shows a colleague the same', () =>
    visit('/records/meeting', {}, async ({ page, complaints, picture }) => {
      await page.locator('[data-record]').first().waitFor()
      await page.keyboard.press('/')
      await page.keyboard.type('网络安全专题会')
      await found(page, '共 60 条')
      await page.getByRole('button', { name: '筛选', exact: true }).click()
      await choose(page, '主题', '网络安全')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: '完成' }).click()
      await page.locator('.filter-tags', { hasText: '主题：网络安全' }).waitFor()
      await picture('list')
      const address = page.url()
      await page.goto('about:blank')
      await page.goto(address)
      await found(page, '共 60 条')
      expect(await page.getByLabel('搜索名称和内容').inputValue()).toBe('网络安全专题会')
      await page.getByRole('button', { name: '清除筛选' }).click()
      await page.locator('.filter-tags').waitFor({ state: 'detached' })
      expect(complaints).toEqual([])
    }))

  it('is put in order and has pages', () =>
    visit('/records/meeting?search=网络安全专题会&size=20&columns=attendees', {}, async ({ page }) => {
      await found(page, '共 60 条')
      expect(await page.locator('[data-record]').count()).toBe(20)
      await page.getByRole('columnheader', { name: '参加人数' }).click()
      await page.locator('[data-record]').first().getByText('第1次网络安全专题会').waitFor()
      await page.locator('.ant-pagination-item-3').click()
      await page.getByRole('link', { name: '第60次网络安全专题会' }).waitFor()
      expect(new URL(page.url()).searchParams.get('page')).toBe('3')
    }))

  it('is walked by keyboard alone: arrows move, the space bar ticks, Enter opens, n begins a record', () =>
    visit('/records/meeting', {}, async ({ page }) => {
      await page.locator('[data-record]').first().focus()
      for (const key of ['ArrowDown', 'ArrowDown', ' ']) await page.keyboard.press(key)
      await page.getByText('已选 1 条').waitFor()
      const recordId = await page.locator('[data-record]').nth(2).getAttribute('data-record')
      await page.keyboard.press('Enter')
      await page.waitForURL(`${server.url}/record/${recordId}`)
      await page.goBack()
      await page.locator('[data-record]').first().waitFor()
      await page.keyboard.press('n')
      await page.waitForURL(/\/records\/new\?kind=meeting/)
    }))

  it('keeps a view under a name, and shares it with a unit', async () => {
    await visit('/records/meeting?from=2026-01-01&to=2026-12-31', {}, async ({ page, picture }) => {
      await page.getByRole('button', { name: '保存视图' }).click()
      await page.getByPlaceholder('如 本季度网络安全会议').fill('今年的会议')
      await choose(page, '给谁看', '办公室')
      await page.getByRole('button', { name: '保存', exact: true }).click()
      await page.getByRole('tab', { name: /今年的会议/ }).waitFor()
      await picture('list-view')
    })
    await visit('/records/meeting', { role: 'inspector' }, async ({ page }) => {
      await page.getByRole('tab', { name: /今年的会议/ }).click()
      await page.waitForURL(/from=2026-01-01/)
      expect(await page.getByRole('button', { name: '新增会议' }).count()).toBe(0)
    })
  })

  it('is exported as it is shown', () =>
    visit('/records/meeting?search=网络安全专题会&columns=attendees', {}, async ({ page }) => {
      await found(page, '共 60 条')
      await page.getByRole('button', { name: '导出' }).click()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('CSV（全部字段）').click()])
      expect(download.suggestedFilename()).toBe('会议.csv')
      const text = await readFile(await download.path(), 'utf8')
      expect(text.split('\r\n')).toHaveLength(62)
      expect(text).toContain('网络安全专题会,专题会议,网络安全')
    }))

  it('changes a facet of many records after a preview', () =>
    visit('/records/meeting?search=网络安全专题会', {}, async ({ page, complaints, picture }) => {
      await found(page, '共 60 条')
      await page.getByRole('button', { name: '批量修改' }).click()
      await choose(page, '字段', '会议形式')
      await choose(page, '改为', '视频')
      await page.getByRole('button', { name: '预览' }).click()
      await page.getByText('60 条中将改动 60 条').waitFor()
      await picture('list-bulk')
      await page.getByRole('button', { name: '改动 60 条' }).click()
      await page.getByText('已改动 60 条。').waitFor()
      await page.goto(`${server.url}/records/meeting?f.form=video&search=网络安全专题会`)
      await found(page, '共 60 条')
      expect(complaints).toEqual([])
    }))

  it('says what to do where nothing is, and where nothing fits', () =>
    visit('/records/fund', {}, async ({ page, picture }) => {
      await page.getByRole('button', { name: '登记第一条' }).waitFor()
      await picture('list-empty')
      await page.goto(`${server.url}/records/meeting?search=没有这个词`)
      await page.getByText('没有符合条件的记录').waitFor()
      await page.goto(`${server.url}/records/no-such-kind`)
      await page.getByText('没有这种台账').waitFor()
    }))

  it('fits 390 px as cards, in the dark, in English', () =>
    visit('/records/meeting', { width: 390, height: 844, dark: true }, async ({ page, complaints, picture }) => {
      await page.evaluate(() => localStorage.setItem('taizhang.language', 'en'))
      await page.reload()
      await page.locator('.record-cards [data-record]').first().waitFor()
      expect(await page.evaluate(overflow)).toBe(0)
      await picture('list-390')
      await page.goto(`${server.url}/records`)
      await page.locator('.kinds-table').first().waitFor()
      expect(await page.evaluate(overflow)).toBe(0)
      await picture('kinds-390')
      expect(complaints).toEqual([])
    }))

  it('prints without what is only for the screen', () =>
    visit('/records/meeting?search=网络安全专题会', { width: 1000, height: 1100 }, async ({ page, picture }) => {
      await found(page, '共 60 条')
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.toolbar:visible, .list-actions:visible, .ant-pagination:visible, .records-table:visible').count()).toBe(0)
      // The first rows are drawn before the rest.
      await expect.poll(() => page.locator('.print-only tbody tr:visible').count(), { timeout: 10_000 }).toBe(50)
      await picture('list-print')
    }))
})
