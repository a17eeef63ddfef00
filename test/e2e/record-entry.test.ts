import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { enterRecord } from '../../src/modules/records/actions.ts'
import { graveViolations } from './axe.ts'
import { openBrowser, visit, type Surroundings, type Visit } from './browser.ts'
import { startRealServer, type RealServer } from './real-server.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

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

const as = (path: string, surroundings: Surroundings, look: (visit: Visit) => Promise<void>) =>
  visit(browser, 'about:blank', surroundings, async (seen) => {
    await server.signIn(seen.page, 'clerk')
    await seen.page.goto(`${server.url}${path}`)
    await look(seen)
  })

/** Presses keys and counts them. */
function keyboardOf(page: Page) {
  let pressed = 0
  return {
    press: async (...keys: string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key)
        pressed += 1
      }
    },
    count: () => pressed,
  }
}

const saveButton = 'form:not(.sentence-line) button[type=submit]'
const focused = (page: Page, selector: string) => page.waitForFunction((wanted) => document.activeElement?.matches(wanted) === true, selector)
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

/** Enters a record through the page and opens it. */
async function openNew(page: Page, sentence: string): Promise<string> {
  await page.goto(`${server.url}/records/new`)
  await focused(page, '#sentence')
  await page.keyboard.type(sentence)
  await page.keyboard.press('Enter')
  await focused(page, saveButton)
  await page.keyboard.press('Enter')
  await page.locator('.saved-note a').click()
  await page.locator('.record-head h1').waitFor()
  return page.url()
}

describe('entering a record', () => {
  it('takes one sentence and three keys, from any page', () =>
    as('/reports', {}, async ({ page, complaints, picture }) => {
      await page.locator('h1, h2').first().waitFor()
      const keys = keyboardOf(page)
      await keys.press('n')
      await focused(page, '#sentence')
      await picture('entry-empty')
      await page.keyboard.type('11月20日召开网络安全专题会议，23人参加')
      await keys.press('Enter')
      await focused(page, saveButton)
      expect(await page.locator('#field-date').inputValue()).toBe('2026-11-20')
      expect(await page.locator('#field-title').inputValue()).toBe('网络安全专题会议')
      expect(await page.locator('#field-attendees').inputValue()).toBe('23')
      expect(await page.locator('.field-guessed').count()).toBe(5)
      await picture('entry-read')
      expect(await graveViolations(page)).toEqual([])
      await keys.press('Enter')
      await page.locator('.saved-note').waitFor()
      expect(keys.count()).toBeLessThanOrEqual(10)
      await focused(page, '#sentence')
      expect(await page.locator('#sentence').inputValue()).toBe('')
      await picture('entry-saved')
      expect(complaints).toEqual([])
    }))

  it('goes to what is missing, refuses with the field named, and keeps what was typed', () =>
    as('/records/new', {}, async ({ page, picture }) => {
      await focused(page, '#sentence')
      await page.keyboard.type('11月18日召开会议')
      await page.keyboard.press('Enter')
      await focused(page, '#field-category')
      await page.locator('#field-attendees').fill('二十')
      await page.keyboard.press('Enter')
      await page.locator('.refusal').waitFor()
      expect(await page.locator('.field-grid .ant-form-item-has-error').count()).toBe(2)
      await picture('entry-refused')
      await page.reload()
      await page.locator('#field-attendees').waitFor()
      expect(await page.locator('#field-attendees').inputValue()).toBe('二十')
      await page.locator('#field-attendees').fill('20')
      await page.locator('#field-category').focus()
      await page.keyboard.type('座谈会')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+Enter')
      await page.locator('.saved-note').waitFor()
    }))

  it('warns of what may have been entered before, and offers what another tab began', () =>
    as('/records/new', {}, async ({ page, picture }) => {
      await openNew(page, '11月5日召开第三季度安全生产调度会，30人参加')
      await page.goto(`${server.url}/records/new`)
      await focused(page, '#sentence')
      await page.keyboard.type('11月6日召开三季度安全生产调度会议')
      await page.keyboard.press('Enter')
      await page.locator('.similar-note').waitFor()
      expect(await page.locator('.similar-note a').innerText()).toBe('第三季度安全生产调度会')
      await picture('entry-similar')
      const other = await page.context().newPage()
      await other.goto(`${server.url}/records/new`)
      await other.locator('.unfinished a').click()
      await other.locator('#field-title').waitFor()
      expect(await other.locator('#field-title').inputValue()).toBe('三季度安全生产调度会议')
    }))

  it('fits 390 px, and is dark and English where that is wanted', () =>
    as('/records/new', { width: 390, height: 844, dark: true }, async ({ page, picture }) => {
      await focused(page, '#sentence')
      await page.keyboard.type('昨天组织消防安全培训，45人参训')
      await page.keyboard.press('Enter')
      await page.locator('#field-title').waitFor()
      expect(await page.evaluate(overflow)).toBe(0)
      await picture('entry-390-dark')
      await page.evaluate(() => localStorage.setItem('taizhang.language', 'en'))
      await page.reload()
      await page.locator('#field-title').waitFor()
      await picture('entry-390-english')
      expect(await graveViolations(page)).toEqual([])
    }))
})

describe('a record', () => {
  it('keeps evidence that was dropped, shows it, and lets it be taken away with a reason', () =>
    as('/records/new', {}, async ({ page, complaints, picture }) => {
      await openNew(page, '11月12日召开保密工作会议，12人参加')
      const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
      await page.setInputFiles('.dropzone input[type=file]', [
        { name: '签到表.png', mimeType: 'image/png', buffer: png },
        { name: '会议记录.txt', mimeType: 'text/plain', buffer: Buffer.from('会议记录\n<script>alert(1)</script>\n') },
      ])
      await page.locator('.evidence-file').nth(1).waitFor()
      expect(await page.locator('.evidence-file').first().innerText()).toContain('证明 2026年11月12日 的事')
      await page.getByRole('button', { name: '打开 会议记录.txt' }).click()
      await page.locator('.evidence-preview pre').waitFor()
      expect(await page.locator('.evidence-preview pre').innerText()).toContain('<script>alert(1)</script>')
      await picture('record-preview')
      await page.keyboard.press('Escape')
      await page.locator('.evidence-preview').waitFor({ state: 'detached' })
      await page.locator('.standing li').first().waitFor()
      await picture('record-evidence')
      expect(await graveViolations(page)).toEqual([])
      await page.getByRole('button', { name: '移除“签到表.png”？' }).click()
      await page.locator('#reason').fill('传错了')
      await page.keyboard.press('Enter')
      await page.locator('.evidence-detached').waitFor()
      expect(await page.locator('.evidence-detached').innerText()).toContain('传错了')
      expect(complaints).toEqual([])
    }))

  it('takes a pasted picture, for the day that is given', () =>
    as('/records/new', {}, async ({ page }) => {
      await openNew(page, '11月13日召开工作例会，10人参加')
      await page.locator('#stands-for').fill('11月14日')
      await page.evaluate(() => {
        const pasted = new DataTransfer()
        pasted.items.add(new File(['会议照片'], '照片说明.txt', { type: 'text/plain' }))
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }))
      })
      await page.locator('.evidence-file').waitFor()
      expect(await page.locator('.evidence-file').innerText()).toContain('2026年11月14日')
    }))

  it('shows a conflict of two tabs field by field and loses nothing', () =>
    as('/records/new', {}, async ({ page, picture }) => {
      const address = await openNew(page, '11月10日召开党组会，9人参加')
      const other = await page.context().newPage()
      await other.goto(address)
      for (const one of [page, other]) await one.getByRole('button', { name: '更正' }).click()
      await page.locator('#field-title').fill('局党组第二十次会议')
      await page.locator('#field-attendees').fill('11')
      await page.getByRole('button', { name: '保存更正' }).click()
      await page.locator('.record-values').waitFor()
      await other.locator('#field-title').fill('党组扩大会议')
      await other.locator('#field-place').fill('三楼会议室')
      await other.getByRole('button', { name: '保存更正' }).click()
      await other.locator('.conflict').waitFor()
      expect(await other.locator('.conflict tbody tr').count()).toBe(1)
      expect(await other.locator('.conflict tbody').innerText()).toMatch(/党组会[\s\S]*局党组第二十次会议[\s\S]*党组扩大会议/)
      expect(await other.locator('#field-attendees').inputValue()).toBe('11')
      expect(await other.locator('#field-place').inputValue()).toBe('三楼会议室')
      await other.screenshot({ path: 'dist/pictures/record-conflict.png' })
      expect(await graveViolations(other)).toEqual([])
      await other.getByRole('radio', { name: '局党组第二十次会议' }).check()
      await other.getByRole('button', { name: '保存更正' }).click()
      await other.locator('.record-values').waitFor()
      expect(await other.locator('.record-head h1').innerText()).toBe('局党组第二十次会议')
      expect(await other.locator('.record-values').innerText()).toContain('三楼会议室')
      await other.reload()
      await other.locator('.versions li').nth(2).waitFor()
      await picture('record')
    }))

  it('is saved after the session ended in mid-typing and was taken up again over the page', () =>
    as('/records/new', {}, async ({ page }) => {
      await focused(page, '#sentence')
      await page.keyboard.type('11月8日召开保密工作专题会议，15人参加')
      await page.keyboard.press('Enter')
      await focused(page, saveButton)
      await page.locator('#field-place').fill('三楼会议室')
      await page.context().clearCookies()
      await page.locator(saveButton).click()
      const dialog = page.getByRole('dialog', { name: '登录已过期' })
      await dialog.getByLabel('密码', { exact: true }).fill('a password of its own')
      expect(await page.locator('#field-place').inputValue()).toBe('三楼会议室')
      await page.keyboard.press('Enter')
      await page.locator('.saved-note').waitFor()
    }))

  it('takes the steps of its workflow, each by whom it belongs to', async () => {
    const { recordId } = await server.database.write({ tenantId: server.database.tenantId, actor: '经办人' }, (tx) =>
      enterRecord(tx, server.catalogue, { kind: 'finding', unitId: server.units.bureau, fields: { date: '2026-11-02', title: '值班室未张贴应急联系电话', status: 'closed' } }))
    await as(`/record/${recordId}`, {}, async ({ page, complaints, picture }) => {
      const take = async (step: string, state: string) => {
        await page.getByRole('button', { name: step }).click()
        await page.getByRole('dialog').getByRole('button', { name: step }).click()
        await page.locator('.record-head').getByText(state).waitFor()
        await page.locator('.versions').getByText(step).waitFor()
      }
      await take('报请核验', '已报核')
      expect(await page.getByRole('button', { name: '核验通过' }).count()).toBe(0)
      await server.signIn(page, 'reviewer')
      await page.reload()
      await take('核验通过', '已核验')
      expect(await page.getByRole('button', { name: '报请核验' }).count()).toBe(0)
      expect(await page.locator('.versions').innerText()).toMatch(/核验通过[\s\S]*报请核验/)
      await picture('record-verified')
      expect(await graveViolations(page)).toEqual([])
      expect(complaints).toEqual([])
    })
  })

  it('is voided only with a reason, and stays readable', () =>
    as('/records/new', {}, async ({ page, picture }) => {
      await openNew(page, '11月9日召开推进会，8人参加')
      await page.getByRole('button', { name: '作废' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '作废', exact: true }).click()
      await page.getByText('请写明原因').waitFor()
      await picture('record-void')
      await page.locator('#reason').fill('重复登记')
      await page.keyboard.press('Enter')
      await page.locator('.record-voided').waitFor()
      expect(await page.locator('.versions').innerText()).toContain('原因：重复登记')
      expect(await page.getByRole('button', { name: '更正' }).count()).toBe(0)
      await picture('record-voided')
    }))
})

describe('pasting rows', () => {
  it('shows each error at its cell, takes the correction and saves all at once', () =>
    as('/records/paste', {}, async ({ page, complaints, picture }) => {
      const rows = [['召开时间', '会议名称', '会议类别', '参会人数'], ['2026年3月5日', '网络安全工作专题会议', '专题会', '23'], ['3月32日', '局党组第三次会议', '党组会', '12']]
      await page.locator('#paste-zone').fill(rows.map((row) => row.join('\t')).join('\n'))
      await page.locator('.pasted-wrong').waitFor()
      expect(await page.locator('.pasted-wrong').innerText()).toContain('不是存在的日期')
      expect(await page.getByRole('button', { name: '保存 2 条' }).isDisabled()).toBe(true)
      await picture('paste-errors')
      expect(await graveViolations(page)).toEqual([])
      await page.locator('.pasted-wrong input').fill('2026年4月2日')
      await page.locator('.pasted-wrong').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: '保存 2 条' }).click()
      await page.locator('.saved-note').waitFor()
      expect(await page.locator('.saved-note').innerText()).toContain('已保存 2 条')
      expect(complaints).toEqual([])
    }))
})
