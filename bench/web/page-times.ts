import type { Browser, BrowserContext } from 'playwright-core'
import { cookieName, type BenchOffice } from './office.ts'

export interface PageTimes {
  /** With an empty cache, and with what the browser kept of the program. */
  firstVisitMs: number[]
  laterVisitsMs: number[]
}

/**
 * From asking for an address to the frame in which what the page is for stands on it, in a browser that was never here
 * and in one that was.
 */
export async function pageTimes(browser: Browser, office: BenchOffice, path: string, useful: string, rounds: number): Promise<PageTimes> {
  const times: PageTimes = { firstVisitMs: [], laterVisitsMs: [] }
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
    await context.addCookies([{ name: cookieName, value: office.cookie, url: office.url, httpOnly: true, sameSite: 'Strict' }])
    times.firstVisitMs.push(await visit(context, `${office.url}${path}`, useful))
    times.laterVisitsMs.push(await visit(context, `${office.url}${path}`, useful))
    await context.close()
  }
  return times
}

async function visit(context: BrowserContext, address: string, useful: string): Promise<number> {
  const page = await context.newPage()
  await page.addInitScript((selector) => {
    // A method keeps its name by itself; the name of a function is kept by a call that the browser does not have.
    const watch = {
      look(): void {
        if (document.querySelector(selector) === null) requestAnimationFrame(() => watch.look())
        else requestAnimationFrame(() => performance.mark('useful'))
      },
    }
    requestAnimationFrame(() => watch.look())
  }, useful)
  await page.goto(address)
  await page.locator(useful).first().waitFor({ timeout: 60_000 })
  // The mark comes with the frame after the one that found it.
  await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))))
  const ms = await page.evaluate(() => performance.getEntriesByName('useful')[0]?.startTime ?? Number.NaN)
  await page.close()
  return ms
}
