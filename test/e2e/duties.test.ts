import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { graveViolations } from './axe.ts'
import { openBrowser, visit, type Surroundings, type Visit } from './browser.ts'
import { startRealServer, type RealServer } from './real-server.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let server: RealServer
let browser: Browser
/** What the group robot was told. */
const told: string[] = []
const group = createServer((request, reply) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    told.push(Buffer.concat(parts).toString('utf8'))
    reply.writeHead(200, { 'content-type': 'application/json' }).end('{"errcode":0}')
  })
})
beforeAll(async () => {
  group.listen(0, '127.0.0.1')
  await once(group, 'listening')
  server = await startRealServer({ seed: async () => undefined })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  group.closeAllConnections()
  group.close()
})

type Who = 'clerk' | 'head' | 'inspector' | 'administrator'

const as = (who: Who, path: string, surroundings: Surroundings, look: (visit: Visit) => Promise<void>) =>
  visit(browser, 'about:blank', surroundings, async (seen) => {
    await server.signIn(seen.page, who)
    await seen.page.goto(`${server.url}${path}`)
    await look(seen)
  })

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
const cellOf = (page: Page, duty: string, period: string) => page.locator(`[data-cell="${duty} ${period}"]`)

async function takeOn(page: Page, pack: string): Promise<void> {
  await page.getByRole('button', { name: `启用“${pack}”的责任事项` }).last().click()
  await page.getByRole('button', { name: '看会派发哪些任务' }).click()
  await page.getByRole('button', { name: '确认启用' }).click()
  await page.locator('.plan', { hasText: '已派发' }).waitFor()
}

async function choose(page: Page, field: string, ...titles: string[]): Promise<void> {
  await page.locator(`#field-${field}`).click()
  for (const title of titles) {
    await page.keyboard.type(title)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
}

/** Fills the form of a record that a task opened, and saves it; one comes back to the task. */
async function enter(page: Page, day: string, fields: () => Promise<void>): Promise<void> {
  await page.locator('#field-date').fill(day)
  await fields()
  await page.locator('form:not(.sentence-line) button[type=submit]').click()
  await page.locator('.task-page .satisfied').waitFor()
}

/** Attaches a proof to the first record of the task that is shown, and comes back. */
async function prove(page: Page): Promise<void> {
  const task = page.url()
  await page.locator('.linked a').first().click()
  await page.locator('.evidence-adding input[type=file]').setInputFiles({ name: '会议纪要.txt', mimeType: 'text/plain', buffer: Buffer.from('会议纪要') })
  await page.locator('.evidence-file').waitFor()
  await page.goto(task)
  await page.locator('.task-facts').waitFor()
}

/** What follows from a record is worked out a moment after: looks again until it shows. */
async function seeStanding(page: Page, words: string): Promise<void> {
  await expect.poll(async () => {
    await page.reload()
    await page.locator('.task-facts').waitFor()
    return page.locator('.task-facts .task-state').innerText()
  }, { timeout: 30_000 }).toContain(words)
}

describe('duties and their tasks', () => {
  it('teaches what a duty is, shows what would follow, and takes on those of two packs', () =>
    as('head', '/duties', {}, async ({ page, picture, complaints }) => {
      await page.getByRole('button', { name: '启用责任事项' }).click()
      await page.locator('.blank').waitFor()
      await picture('duties-empty')
      expect(await graveViolations(page)).toEqual([])
      await takeOn(page, '意识形态工作责任制')
      await picture('duties-taken-on')
      await page.keyboard.press('Escape')
      await page.locator('.duty-table').waitFor()
      await takeOn(page, '网络安全工作责任制')
      await page.getByRole('button', { name: '看责任矩阵' }).click()
      await cellOf(page, 'network-security-meetings', '2026H1').waitFor()
      expect(await cellOf(page, 'network-security-meetings', '2026H1').innerText()).toContain('逾期')
      expect(complaints).toEqual([])
    }))

  it('moves through the matrix by arrows, opens a task with Enter, and returns to its cell', () =>
    as('clerk', '/duties', {}, async ({ page, picture }) => {
      await cellOf(page, 'analysis', '2026Q1').focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowUp')
      const cell = page.locator('[data-cell]:focus')
      const name = await cell.getAttribute('data-cell')
      expect(name).toMatch(/^analysis 2026Q/)
      expect(await page.locator('[data-cell][tabindex="0"]').count()).toBe(1)
      expect(await graveViolations(page)).toEqual([])
      await picture('duties-matrix')
      await page.keyboard.press('Enter')
      await page.locator('.ant-drawer .task-facts').waitFor()
      await picture('duties-task')
      expect(await graveViolations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.waitForFunction((wanted) => document.activeElement?.getAttribute('data-cell') === wanted, name)
    }))

  it('satisfies duties of two packs with one meeting, and tells that it was recorded later', () =>
    as('clerk', '/workbench', {}, async ({ page, picture, complaints }) => {
      await page.getByRole('button', { name: '登记：研究网络安全工作' }).first().waitFor()
      await picture('workbench')
      expect(await graveViolations(page)).toEqual([])
      await page.getByRole('button', { name: '登记：研究网络安全工作' }).first().press('Enter')
      await enter(page, '2026-06-18', async () => {
        await page.locator('#field-title').fill('网络安全和意识形态工作专题会议')
        await choose(page, 'category', '专题会议')
        await choose(page, 'topic', '意识形态')
      })
      expect(await page.locator('.satisfied li').allInnerTexts()).toEqual([expect.stringContaining('研究网络安全工作'), expect.stringContaining('专题研究意识形态工作')])
      await picture('duties-satisfied')
      await page.getByRole('button', { name: '关联到所选 2 项' }).click()
      await page.getByText('已关联到 2 项任务').waitFor()
      await page.locator('.lacks', { hasText: '还缺佐证1件' }).waitFor()
      await prove(page)
      await seeStanding(page, '按期完成（2026年11月25日补录）')
      await picture('duties-recorded-late')
      await page.locator('.linked a').first().click()
      await page.locator('.record-section.standing li', { hasText: '专题研究意识形态工作' }).first().waitFor()
      await page.goto(`${server.url}/duties`)
      await cellOf(page, 'special-study', '2026').waitFor()
      expect(await cellOf(page, 'network-security-meetings', '2026H1').innerText()).toContain('补录')
      expect(await cellOf(page, 'special-study', '2026').innerText()).toContain('进行中')
      await picture('duties-matrix-satisfied')
      expect(complaints).toEqual([])
    }))

  it('reminds the group of a unit by its robot, inside only where that is allowed, and never twice', () =>
    as('administrator', '/settings/notifications', {}, async ({ page, picture }) => {
      await page.getByRole('button', { name: '添加群机器人' }).click()
      await page.getByLabel('名称').fill('工作群')
      await page.getByRole('combobox', { name: '单位', exact: true }).click()
      await page.keyboard.type('交通运输局')
      await page.keyboard.press('Enter')
      await page.getByLabel('机器人地址（Webhook）').fill(`http://localhost:${(group.address() as AddressInfo).port}/robot?key=secret`)
      await page.getByText('每天', { exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
      await page.locator('.channel-list li', { hasText: '工作群' }).waitFor()
      await page.getByRole('button', { name: '发送测试' }).click()
      await page.getByText('没有送达').waitFor()
      expect(told).toEqual([])
      await page.getByLabel('允许的内部地址').fill('localhost')
      await page.locator('section', { hasText: '对外连接' }).getByRole('button', { name: '保存' }).click()
      await page.getByText('已保存。').waitFor()
      await server.remind()
      await server.remind()
      expect(told).toEqual([expect.stringContaining('逾期')])
      await page.reload()
      await page.getByText('已送达').first().waitFor()
      await picture('reminders')
      expect(await graveViolations(page)).toEqual([])
    }))

  it('keeps a late task late after it was made up for', () =>
    as('clerk', '/tasks?state=late&duty=centre-group-study', {}, async ({ page, picture }) => {
      await page.locator('.tasks-table .task-open').last().click()
      await page.locator('.ant-drawer .task-verbs').getByRole('button', { name: '登记' }).click()
      await enter(page, '2026-11-10', () => page.locator('#field-title').fill('局党组理论学习中心组集体学习'))
      await page.getByRole('button', { name: /^关联到所选/ }).click()
      await page.locator('.linked a').first().waitFor()
      await prove(page)
      await seeStanding(page, '逾期完成')
      await picture('duties-done-late')
      await page.goto(`${server.url}/duties`)
      await cellOf(page, 'centre-group-study', '2026Q3').waitFor()
      expect(await cellOf(page, 'centre-group-study', '2026Q3').innerText()).toContain('逾期完成')
    }))

  it('settles what was not held by two people', async () => {
    await as('clerk', '/tasks?state=late&duty=risk-check', {}, async ({ page }) => {
      await page.locator('.tasks-table .task-open').first().click()
      await page.locator('.task-verbs').getByRole('button', { name: '申请未开展' }).click()
      await page.getByLabel('原因').fill('系统迁移，未开展排查')
      await page.getByRole('button', { name: '提交申请' }).click()
      await page.locator('.settling', { hasText: '等待批准' }).waitFor()
      expect(await page.locator('.settling button').count()).toBe(0)
    })
    await as('head', '/workbench', {}, async ({ page, picture }) => {
      await page.getByText('原因：系统迁移，未开展排查').waitFor()
      await picture('workbench-approval')
      await page.getByRole('button', { name: '同意：排查网络安全风险', exact: true }).click()
      await page.getByText('原因：系统迁移，未开展排查').waitFor({ state: 'detached' })
      await page.goto(`${server.url}/duties`)
      await page.locator('.cell-not-held').first().waitFor()
    })
  })

  it('changes a duty here after another person approved, and names its clause', async () => {
    await as('clerk', '/duties/list?duty=risk-check', {}, async ({ page, picture }) => {
      await page.locator('.ant-drawer .clause', { hasText: '依据未核对' }).waitFor()
      await page.getByRole('button', { name: '申请调整' }).click()
      await page.getByLabel('宽限').fill('5')
      await page.getByLabel('原因').fill('系统较多，排查需要时间')
      await picture('duties-change')
      await page.getByRole('button', { name: '提交申请' }).click()
      await page.locator('.ant-drawer .duty-changes li', { hasText: '等待批准' }).waitFor()
    })
    await as('head', '/duties/list', {}, async ({ page, picture }) => {
      await page.getByRole('button', { name: '同意：排查网络安全风险', exact: true }).click()
      await page.locator('.duty-table tr', { hasText: '有本地调整' }).waitFor()
      await picture('duties-list')
      expect(await graveViolations(page)).toEqual([])
    })
  })

  it('marks rest and make-up days with a word, and says where a notice is missing', () =>
    as('administrator', '/duties/calendar?year=2026', {}, async ({ page, picture }) => {
      await page.locator('.month').first().waitFor()
      expect(await page.locator('.day-makeup', { hasText: '班' }).count()).toBeGreaterThan(3)
      await picture('duties-calendar')
      expect(await graveViolations(page)).toEqual([])
      await page.goto(`${server.url}/duties/calendar?year=2027`)
      await page.locator('.edition-open').waitFor()
      await page.getByRole('button', { name: '导入放假通知' }).click()
      await page.locator('.own-editor .cm-content').waitFor()
      await page.getByRole('button', { name: '看哪些到期日会变' }).click()
      await page.locator('.notice-form .plan, .notice-problems').first().waitFor()
      await picture('duties-notice')
    }))

  it('shows an inspector everything and no verbs', () =>
    as('inspector', '/tasks', {}, async ({ page }) => {
      await page.locator('.tasks-table .task-open').first().click()
      await page.locator('.ant-drawer .task-facts').waitFor()
      expect(await page.locator('.task-verbs').count()).toBe(0)
      await page.goto(`${server.url}/duties/list`)
      await page.locator('.duty-table').first().waitFor()
      expect(await page.getByRole('button', { name: '启用' }).count()).toBe(0)
    }))

  it('fits 390 px, in the dark and in English', () =>
    as('clerk', '/duties', { width: 390, height: 844, dark: true }, async ({ page, picture }) => {
      await page.evaluate(() => localStorage.setItem('taizhang.language', 'en'))
      for (const [name, path] of [['matrix', '/duties'], ['workbench', '/workbench'], ['tasks', '/tasks'], ['list', '/duties/list'], ['calendar', '/duties/calendar']]) {
        await page.goto(`${server.url}${path ?? ''}`)
        await page.waitForLoadState('networkidle')
        expect(await page.evaluate(overflow)).toBe(0)
        await picture(`duties-narrow-${name ?? ''}`)
        expect(await graveViolations(page)).toEqual([])
      }
    }))
})
