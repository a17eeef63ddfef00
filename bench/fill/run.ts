import { execFile } from 'node:child_process'
import { chmod, rm, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { shippedCatalogue } from '../../src/modules/packs/shipped.ts'
import { makeTemporaryFolder } from '../../src/platform/database/embedded/data-folder.ts'
import { wideLedger } from './ledger.ts'
import { longReport } from './report.ts'

/**
 * Filling a report of ten pages with 100 slots, each time in a program of its own from command to Word file, database
 * started and stopped: from a workbook of 100,000 rows (limit 15 s), and over a data folder that holds as many records
 * (limit 5 s); peak memory of the program (limit 600 MB; PostgreSQL's own processes are not in it). Beside them the
 * import of that workbook and merely reading it with the same library (limit: four times).
 *
 *     npx tsx bench/fill/run.ts [rows]
 */
const rows = Number(process.argv[2] ?? 100_000)
const limits = { fromWorkbookMs: 15_000, overRecordsMs: 5_000, peakMiB: 600, timesReading: 4 }

interface Measured {
  ms: number
  /** Processor time of the program itself, which other work on the machine changes little. */
  cpuMs: number
  rows: number
  peakMiB: number
}

const measuredProgram = fileURLToPath(new URL('measured.ts', import.meta.url))
const taizhang = fileURLToPath(new URL('../../bin/taizhang', import.meta.url))
const used = new URL('used.mjs', import.meta.url).href
const folder = await makeTemporaryFolder('taizhang-bench-')
try {
  const ledger = await wideLedger(rows, await shippedCatalogue())
  const [report, workbook, data, out] = ['去年报告.docx', '2026年台账.xlsx', 'data', '今年报告.docx'].map((name) => join(folder, name)) as [string, string, string, string]
  await writeFile(report, longReport())
  await writeFile(workbook, ledger.bytes)
  await chmod(workbook, 0o644)
  console.log(`${rows} rows on ${ledger.sheets} sheets, ${(ledger.bytes.length / 2 ** 20).toFixed(1)} MB; load of the machine ${loadavg()[0]?.toFixed(1)}`)

  // The first start compiles the program.
  await promisify(execFile)(process.execPath, [taizhang, '--version'])
  const fill = ['fill', report, '--period', '2026', '--out', out, '--json']
  const read = await measure('read', workbook, String(ledger.sheets))
  say('merely reading the workbook', read.ms)
  say('fill from the workbook', (await measured(...fill, '--ledger', workbook)).ms, limits.fromWorkbookMs)
  const imported = await measure('import', workbook, data)
  say('import of the workbook', imported.ms, limits.timesReading * read.ms)
  console.log(`  import ÷ reading ${(imported.ms / read.ms).toFixed(2)} (limit ${limits.timesReading}), processor time ${(imported.cpuMs / 1000).toFixed(1)} s against ${(read.cpuMs / 1000).toFixed(1)} s, peak memory ${imported.peakMiB.toFixed(0)} MiB`)
  for (let round = 0; round < 3; round += 1) say('fill over the records', (await measured(...fill, '--data', data)).ms, limits.overRecordsMs)
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measured(...words: string[]): Promise<Measured> {
  const found = await measure('run', ...words)
  console.log(`  processor time ${(found.cpuMs / 1000).toFixed(1)} s, peak memory ${found.peakMiB.toFixed(0)} MiB, ${share(found.peakMiB, limits.peakMiB)}`)
  return found
}

/** Runs one piece of work in a process of its own; the time of a command is that of the whole process. */
async function measure(work: 'read' | 'import' | 'run', ...words: string[]): Promise<Measured> {
  const program = work === 'run' ? [taizhang] : ['--import', 'tsx', measuredProgram, work]
  const startedAt = performance.now()
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', used, ...program, ...words], { env: { ...process.env, DATABASE_URL: '' }, maxBuffer: 64 * 2 ** 20 })
  const whole = performance.now() - startedAt
  const spent = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as { cpuMs: number; peakMiB: number }
  const found = JSON.parse(stdout) as { ms: number; rows: number } | { figures: unknown[]; open: unknown[] }
  if ('ms' in found) return { ...found, ...spent }
  console.log(`  ${found.figures.length} figures filled, ${found.open.length} left open`)
  return { ms: whole, rows: 0, ...spent }
}

function say(what: string, ms: number, limitMs?: number): void {
  console.log(`${what.padEnd(28)} ${(ms / 1000).toFixed(1).padStart(6)} s${limitMs === undefined ? '' : `, ${share(ms, limitMs)}`}`)
}

function share(value: number, limit: number): string {
  return `${((value / limit) * 100).toFixed(0)} % of the limit`
}
