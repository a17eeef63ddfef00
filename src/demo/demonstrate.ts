import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { OpenedData } from '../data-folder.ts'
import type { Catalogue } from '../modules/packs/schema/pack.ts'
import { makeReport } from '../modules/reports/actions/make.ts'
import type { ReportView } from '../modules/reports/contract.ts'
import { firstIssued } from '../modules/reports/queries/issued.ts'
import { buildDemo, type ReplayClock } from './build.ts'
import { demoReport, demoReportName } from './report.ts'
import { demoRecords } from './writer.ts'

type Report = z.output<typeof ReportView>

interface Showing {
  clock: ReplayClock
  signal: AbortSignal
  tell(line: string): void
  progress(line: string): void
}

/**
 * Does the main job on the invented bureau and says where the Word files are. A later start finds the report made
 * and only says so again; one that was interrupted goes on where it stopped.
 *
 * @throws the signal's reason when it is told to stop
 */
export async function demonstrate(data: OpenedData, catalogue: Catalogue, showing: Showing): Promise<void> {
  const folder = join(data.dataDir, '演示')
  await mkdir(folder, { recursive: true })
  const made = (await reportMade(data)) ?? (await makeAnew(data, catalogue, folder, showing))
  const path = join(folder, demoReportName(2026))
  await writeFile(path, await data.files.get(made.file.sha256))
  showing.tell(`读了去年的报告，用 2026 年的台账填成今年的报告：${made.title}`)
  for (const figure of made.figures.slice(0, 5)) showing.tell(`  ${figure.sentence.slice(0, 30)}… → ${figure.text}${figure.measure ?? ''}（${figure.records} 条记录）`)
  showing.tell(`  已填 ${made.figures.length} 处，待补 ${made.open.length} 处，沿用待确认 ${made.carriedOver.length} 句`)
  showing.tell(`Word 文件：${path}`)
}

/** The first report of the demonstration, made at its first start; visitors make none. */
async function reportMade({ database, tenantId }: OpenedData): Promise<Report | null> {
  return database.read(tenantId, firstIssued)
}

async function makeAnew({ database, tenantId, files }: OpenedData, catalogue: Catalogue, folder: string, { clock, signal, tell, progress }: Showing): Promise<Report> {
  tell('正在建立演示台账（虚构），请稍候…')
  const entered = await buildDemo({ database, tenantId, files }, catalogue, { clock, signal, tell: progress })
  tell(`已建立演示台账：虚构的云江市交通运输局，2024—2026 年共 ${entered} 条记录`)
  const records = demoRecords()
  const lastYear = demoReport(2025, records, { halfEmpty: false })
  await writeFile(join(folder, demoReportName(2025)), lastYear)
  await writeFile(join(folder, `（半成品）${demoReportName(2026)}`), demoReport(2026, records, { halfEmpty: true }))
  const stored = await files.put(Readable.from([Buffer.from(lastYear)]), Number.MAX_SAFE_INTEGER)
  return makeReport({ database, files, catalogue }, { tenantId, name: '经办人' }, {
    report: { name: demoReportName(2025), sha256: stored.sha256 }, period: '2026', annex: true, round: false,
  })
}
