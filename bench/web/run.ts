import { loadavg } from 'node:os'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { openBrowser } from '../../test/e2e/browser.ts'
import { initialScriptBytes } from './initial-script.ts'
import { openOffice, timed, type BenchOffice } from './office.ts'
import { longestFramesMs, pageTimes } from './page-times.ts'
import { questionsOf } from './questions.ts'

/**
 * The workbench over 100,000 records, 40,000 of them of one kind: p95 of listing, filtering and searching at the server
 * and of a draft of 100 slots on a hundred pages (limit 200 ms), the first useful paint of lists, reports and that draft
 * in Chromium (limit 1 s), its longest frame while it is scrolled (limit 50 ms), and the JavaScript that a browser must
 * have first (limit 400 kB gzipped).
 *
 *     npx tsx bench/web/run.ts [records]
 */
const records = Number(process.argv[2] ?? 100_000)
const limits = { serverMs: 200, paintMs: 1_000, frameMs: 50, scriptBytes: 400_000 }
const ROUNDS = 15
const VISITS = 5

const root = fileURLToPath(new URL('../..', import.meta.url))
const pages = `${root}/dist/web-bench-${process.pid}`
await build({ configFile: `${root}/vite.config.ts`, logLevel: 'error', build: { outDir: pages } })
const office = await openOffice(records, pages, console.log)
try {
  console.log(`load of the machine ${loadavg()[0]?.toFixed(1)}`)
  await serverTimes(office)
  await paintTimes(office)
  say('JavaScript needed first, gzipped', `${(await initialScriptBytes(pages) / 1000).toFixed(0)} kB`, `${limits.scriptBytes / 1000} kB`)
} finally {
  await office.close()
  await rm(pages, { recursive: true, force: true })
}

async function serverTimes({ url, cookie, unitIds, draftId }: BenchOffice): Promise<void> {
  const questions = questionsOf({ unitIds, draftId })
  const took = new Map<string, number[]>()
  const worst = new Map<string, number[]>()
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { group, path } of questions) {
      const ms = await timed(async () => {
        const reply = await fetch(`${url}${path}`, { headers: { cookie: `taizhang-session=${cookie}` } })
        const text = await reply.text()
        if (reply.status !== 200) throw new Error(`${path}: ${text}`)
      })
      // The first round warms up.
      if (round === 0) continue
      took.set(group, [...(took.get(group) ?? []), ms])
      worst.set(path, [...(worst.get(path) ?? []), ms])
    }
  }
  for (const [group, times] of took) say(`${group}, p50`, ms(at(times, 0.5)))
  for (const [group, times] of took) say(`${group}, p95`, ms(at(times, 0.95)), `${limits.serverMs} ms`)
  say('all, p95', ms(at([...took.values()].flat(), 0.95)), `${limits.serverMs} ms`)
  const slowest = [...worst].map(([path, times]) => ({ path, p50: at(times, 0.5) })).sort((a, b) => b.p50 - a.p50).slice(0, 3)
  for (const { path, p50 } of slowest) console.log(`    slowest: p50 ${ms(p50)}  ${decodeURIComponent(path).replaceAll('+', ' ').slice(0, 110)}`)
}

async function paintTimes(served: BenchOffice): Promise<void> {
  const browser = await openBrowser()
  try {
    for (const [what, path, useful] of [
      ['list of 40,000', '/records/meeting', '[data-record]'],
      ['search in it', '/records/meeting?search=网络安全', '[data-record]'],
      ['overview of kinds', '/records', '.kinds-table tbody tr'],
      ['reports', '/reports', 'main h1, main h2'],
      ['draft of a hundred pages', `/reports/${served.draftId}/draft`, '.paper .slot'],
    ] as const) {
      const { firstVisitMs, laterVisitsMs } = await pageTimes(browser, served, path, useful, VISITS)
      say(`${what}, first useful paint`, ms(at(laterVisitsMs, 0.5)), `${limits.paintMs} ms`)
      say(`${what}, with an empty cache`, ms(at(firstVisitMs, 0.5)), `${limits.paintMs} ms`)
    }
    const frames = await longestFramesMs(browser, served, `/reports/${served.draftId}/draft`, '.paper .slot', VISITS)
    say('draft of a hundred pages, longest frame', ms(at(frames, 0.5)), `${limits.frameMs} ms`)
  } finally {
    await browser.close()
  }
}

function at(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`
}

function say(what: string, value: string, limit?: string): void {
  console.log(`${what.padEnd(44)} ${value.padStart(8)}${limit === undefined ? '' : `   limit ${limit}`}`)
}
