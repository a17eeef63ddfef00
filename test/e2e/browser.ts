import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'

const pictures = fileURLToPath(new URL('../../dist/pictures', import.meta.url))

const quiet = [
  '--no-sandbox', '--headless', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

export interface Visit {
  page: Page
  /** What the page complained about in its console, or threw. */
  complaints: string[]
  picture(name: string): Promise<void>
}

export interface Surroundings {
  width?: number
  height?: number
  dark?: boolean
}

/** A real Chromium on a fresh user data folder, which goes when it closes. */
export async function openBrowser(): Promise<Browser> {
  await mkdir(pictures, { recursive: true })
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet })
}

/** Looks at a page as someone who was never here before, in China’s time zone. */
export async function visit(
  browser: Browser,
  address: string,
  { width = 1280, height = 900, dark = false }: Surroundings,
  look: (visit: Visit) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    timezoneId: 'Asia/Shanghai',
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    await page.goto(address)
    await look({ page, complaints, picture: async (name) => void (await page.screenshot({ path: join(pictures, `${name}.png`) })) })
  } finally {
    await context.close()
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
