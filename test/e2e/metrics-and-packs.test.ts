import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { adoptPack } from '../../src/modules/packs/adoption.ts'
import { readPackFiles } from '../../src/modules/packs/pack-files.ts'
import { shippedPacks } from '../../src/modules/packs/shipped.ts'
import { graveViolations } from './axe.ts'
import { openBrowser, visit, type Surroundings, type Visit } from './browser.ts'
import { seedSmall, startRealServer, type RealServer, type Seeding } from './real-server.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let server: RealServer
let browser: Browser
beforeAll(async () => {
  server = await startRealServer({
    seed: async (seeding) => {
      await seedSmall(seeding)
      await adoptOlder(seeding)
    },
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** Puts an earlier text of a pack in force, as a program of last year would have. */
async function adoptOlder({ database }: Seeding): Promise<void> {
  const dir = (await shippedPacks()).find((one) => one.endsWith('ideology-duty'))
  if (dir === undefined) throw new Error('no such pack')
  const texts = new Map((await readPackFiles(dir)).texts)
  texts.delete('metrics/channels-closed.yaml')
  texts.set('metrics/duty-reports.yaml', (texts.get('metrics/duty-reports.yaml') ?? '').replace(/^phrases: \[ [^,\]]+,/m, 'phrases: ['))
  texts.set('pack.yaml', (texts.get('pack.yaml') ?? '').replace(/^version: .*$/m, 'version: 0.9.0'))
  const reports = [...texts.keys()].filter((path) => path.startsWith('reports/') || path.startsWith('examples/'))
  for (const path of reports) texts.delete(path)
  await database.write({ tenantId: database.tenantId, actor: '系统管理员' }, async (tx) => adoptPack(tx, { pack: 'ideology-duty', version: '0.9.0', previous: null, texts }))
}

type Role = Parameters<RealServer['signIn']>[1]

const look = (role: Role, path: string, surroundings: Surroundings, run: (visit: Visit) => Promise<void>) =>
  visit(browser, server.url, surroundings, async (seen) => {
    await server.signIn(seen.page, role)
    await seen.page.goto(`${server.url}${path}`)
    seen.complaints.length = 0
    await run(seen)
  })

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function speakEnglish(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('taizhang.language', 'en'))
  await page.reload()
}

describe('the metrics page', () => {
  it('shows the metrics with records, charts or numbers, and finds one by its phrase', () =>
    look('clerk', '/metrics?year=2026', { height: 1200 }, async ({ page, picture, complaints }) => {
      await page.locator('.figure-rows .month-chart svg').first().waitFor()
      await picture('metrics')
      expect(await graveViolations(page)).toEqual([])
      await page.keyboard.press('t')
      await page.locator('.month-numbers').first().waitFor()
      await picture('metrics-table')
      const shown = await page.locator('.metric-link').count()
      await page.keyboard.press('/')
      await page.keyboard.type('专题会议')
      await page.getByRole('link', { name: '会议次数', exact: true }).waitFor()
      await vi.waitFor(async () => expect(await page.locator('.metric-link').count()).toBeLessThan(shown))
      await page.keyboard.press('Escape')
      await page.getByRole('link', { name: '会议次数', exact: true }).focus()
      await page.keyboard.press('Enter')
      await page.locator('.big-value').waitFor()
      expect(complaints).toEqual([])
    }))

  it('opens a metric to how, months, facets and records', () =>
    look('clerk', '/metrics/meetings?year=2026', { height: 1500 }, async ({ page, picture, complaints }) => {
      await page.locator('.behind-records').waitFor()
      await page.locator('.month-chart-large svg').waitFor()
      await picture('metric')
      expect(await graveViolations(page)).toEqual([])
      const whole = Number((await page.locator('.big-value').innerText()).replace(/\D/g, ''))
      expect(await page.locator('.behind [role=status]').innerText()).toBe(`共 ${whole} 条`)
      await page.locator('.month-table tbody button').first().click()
      await vi.waitFor(async () => expect(await page.locator('.month-table tr.chosen').count()).toBe(1))
      const month = (await page.locator('.month-table tr.chosen td').first().innerText()).replace(/\D/g, '')
      await page.locator('.behind [role=status]', { hasText: `共 ${month} 条` }).waitFor()
      expect(await page.locator('.behind-title').first().getAttribute('href')).toMatch(/^\/record\/[0-9a-f-]{36}$/)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出记录' }).click().then(() => page.getByRole('menuitem', { name: 'CSV' }).click()),
      ])
      expect(download.suggestedFilename()).toBe('会议次数.csv')
      expect(complaints).toEqual([])
    }))

  it('is as good in English, dark and narrow, and prints', async () => {
    await look('clerk', '/metrics?year=2026', { dark: true }, async ({ page, picture }) => {
      await speakEnglish(page)
      await page.locator('.figure-rows .month-chart svg').first().waitFor()
      expect(await graveViolations(page)).toEqual([])
      await picture('metrics-dark-english')
    })
    await look('clerk', '/metrics?year=2026', { width: 390, height: 844 }, async ({ page, picture }) => {
      await page.locator('.figure-rows .month-chart svg').first().waitFor()
      expect(await overflow(page)).toBe(0)
      await picture('metrics-390')
      await page.goto(`${server.url}/metrics/meetings?year=2026`)
      await page.locator('.behind-records').waitFor()
      expect(await overflow(page)).toBe(0)
      await picture('metric-390')
      await page.emulateMedia({ media: 'print' })
      await picture('metric-print')
    })
  })

  it('teaches where nothing is recorded', () =>
    look('clerk', '/metrics?year=2015', {}, async ({ page, picture }) => {
      await page.getByText('2015年还没有记录').waitFor()
      await picture('metrics-empty')
    }))
})

describe('the packs page', () => {
  it('shows packs, kinds, metrics and vocabularies, and searches them', () =>
    look('administrator', '/packs', {}, async ({ page, picture, complaints }) => {
      await page.locator('.pack-list').waitFor()
      await picture('packs')
      expect(await graveViolations(page)).toEqual([])
      await page.keyboard.press('/')
      await page.keyboard.type('满意率')
      await page.getByRole('button', { name: '打开：群众满意率' }).click()
      await page.locator('.formula').waitFor()
      await picture('packs-metric')
      expect(await graveViolations(page, '.ant-drawer')).toEqual([])
      await page.goto(`${server.url}/packs?tab=kinds&kind=meeting`)
      await page.locator('.entry-fields').waitFor()
      await picture('packs-kind')
      expect(complaints).toEqual([])
    }))

  it('shows what a newer text changes, and puts it in force', () =>
    look('administrator', '/packs', {}, async ({ page, picture }) => {
      await page.getByRole('link', { name: '看看改了什么' }).click()
      await page.locator('.upgrade-words').waitFor()
      expect(await page.locator('.upgrade-words').innerText()).toContain('新增指标')
      await picture('packs-upgrade')
      expect(await graveViolations(page)).toEqual([])
      await page.getByText('合在一起').click()
      await page.getByRole('button', { name: /^换用/ }).click()
      await page.getByRole('dialog').getByRole('button', { name: /^换用/ }).click()
      await page.waitForURL(/\/packs$/)
      await page.locator('.pack-list').waitFor()
      await vi.waitFor(async () => expect(await page.locator('.pack-offered').count()).toBe(0))
    }))
})

describe('the body’s own pack', () => {
  it('is begun by a form, checked while one types, kept as a draft and put in force', () =>
    look('administrator', '/packs/own', {}, async ({ page, picture, complaints }) => {
      await page.getByText('还没有自己的台账类型').waitFor()
      await picture('own-pack-empty')
      await page.getByRole('button', { name: '新建台账类型' }).click()
      await page.getByLabel('名称', { exact: true }).fill('开放日活动')
      await page.getByRole('button', { name: '加一个字段' }).click()
      await page.getByLabel('字段名').fill('参加人数')
      await picture('own-pack-form')
      expect(await graveViolations(page, '.ant-modal')).toEqual([])
      await page.getByRole('button', { name: '写成文件' }).click()
      await page.locator('.cm-content').waitFor()
      await page.getByText('没有错误').waitFor()
      await page.locator('.cm-content').click()
      await page.keyboard.press('Control+End')
      await page.keyboard.type('nonsense: 1')
      await page.getByText('不认识“nonsense”').first().waitFor()
      await page.locator('.cm-lint-marker-error').waitFor()
      await picture('own-pack-mistake')
      // The blinking cursor of the editor would never come to rest.
      await page.getByRole('button', { name: '放弃改动' }).focus()
      expect(await graveViolations(page)).toEqual([])
      expect(await page.getByRole('button', { name: '保存并生效' }).isDisabled()).toBe(true)
      page.once('dialog', (dialog) => void dialog.accept())
      await page.reload()
      await page.getByText('已恢复上次没有保存的内容').waitFor()
      await page.locator('.cm-content').click()
      await page.keyboard.press('Control+End')
      for (const _ of 'nonsense: 1') await page.keyboard.press('Backspace')
      await page.getByText('没有错误').waitFor()
      await page.getByRole('button', { name: '保存并生效' }).click()
      await page.getByText('生效的是 1.0.0 版').waitFor()
      await picture('own-pack')
      expect(complaints).toEqual([])
      await server.signIn(page, 'clerk')
      await page.goto(`${server.url}/packs/own`)
      await page.getByText('只有管理员能改本单位制度包').waitFor()
      expect(await page.getByRole('button', { name: '新建台账类型' }).count()).toBe(0)
    }))
})
