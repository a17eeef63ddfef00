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
    const context = await signedIn(browser, office)
    times.firstVisitMs.push(await visit(context, `${office.url}${path}`, useful))
    times.laterVisitsMs.push(await visit(context, `${office.url}${path}`, useful))
    await context.close()
  }
  return times
}

/** The longest pause between two frames while a page is scrolled to its end, a screen at a time. */
export async function longestFramesMs(browser: Browser, office: BenchOffice, path: string, useful: string, rounds: number): Promise<number[]> {
  const context = await signedIn(browser, office)
  const longest: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const page = await context.newPage()
    await page.goto(`${office.url}${path}`)
    await page.locator(useful).first().waitFor({ timeout: 60_000 })
    longest.push(await page.evaluate(scrolled))
    await page.close()
  }
  await context.close()
  return longest
}

/** Runs in the page. */
function scrolled(): Promise<number> {
  return new Promise((resolve) => {
    const walk = {
      longestMs: 0,
      step(beforeMs: number): void {
        requestAnimationFrame((nowMs) => {
          walk.longestMs = Math.max(walk.longestMs, nowMs - beforeMs)
          const { scrollTop, scrollHeight, clientHeight } = document.documentElement
          if (scrollTop + clientHeight >= scrollHeight - 1) return resolve(walk.longestMs)
          scrollBy(0, clientHeight / 2)
          walk.step(nowMs)
        })
      },
    }
    requestAnimationFrame((nowMs) => walk.step(nowMs))
  })
}

async function signedIn(browser: Browser, office: BenchOffice): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
  await context.addCookies([{ name: cookieName, value: office.cookie, url: office.url, httpOnly: true, sameSite: 'Strict' }])
  return context
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
