import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type BrowserContext, type Page } from 'playwright-core'

const pictures = fileURLToPath(new URL('../../dist/pictures', import.meta.url))

const quiet = [
  '--no-sandbox', '--headless', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

export interface TestBrowser {
  page: Page
  /** What the page complained about in its console, or threw. */
  complaints: string[]
  picture(name: string): Promise<void>
  close(): Promise<void>
}

/** A real Chromium with a fresh profile, in China's time zone. */
export async function openBrowser({ width = 1280, height = 900, dark = false } = {}): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'taizhang-browser-'))
  await mkdir(pictures, { recursive: true })
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: quiet,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    timezoneId: 'Asia/Shanghai',
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    page,
    complaints: complaintsOf(page),
    picture: async (name) => void (await page.screenshot({ path: join(pictures, `${name}.png`) })),
    close: () => closeAll(context, profile),
  }
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

async function closeAll(context: BrowserContext, profile: string): Promise<void> {
  await context.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
}
