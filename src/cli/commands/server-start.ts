import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { z } from 'zod'
import { makeReport } from '../../modules/reports/actions.ts'
import type { ReportView } from '../../modules/reports/contract.ts'
import { buildDemo, replayClock } from '../../demo/build.ts'
import { demoReport, demoReportName } from '../../demo/report.ts'
import { demoRecords } from '../../demo/writer.ts'
import type { OpenedData } from '../../data-folder.ts'
import type { Catalogue } from '../../modules/packs/schema/pack.ts'
import { startServer } from '../../server.ts'
import { Invalid } from '../../platform/errors.ts'
import type { Command, Terminal } from '../command.ts'

const usualPort = 8230

/** Serves the program until it is interrupted; with --demo it first does the main job on the invented bureau. */
export const startCommand: Command = {
  usage: 'start',
  description: '启动程序；加 --demo 时先用虚构的交通运输局演示一遍',
  options: [
    { flags: '--data <dir>', description: '数据目录，默认 ./data' },
    { flags: '--port <port>', description: `端口，默认 ${usualPort}` },
    { flags: '--demo', description: '使用演示数据（虚构）' },
  ],
  examples: ['start', 'start --demo --port 9000'],
  async run(input, terminal) {
    const port = Number(input.text('port') ?? usualPort)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Invalid('bad-port', '--port 应为 0 到 65535 之间的整数')
    const demo = input.flag('demo')
    const clock = replayClock()
    const server = await startServer({
      requested: input.text('data'),
      port,
      demo,
      clock,
      tell: (line) => terminal.tell(line),
      prepare: async (data, catalogue) => {
        if (demo) await demonstrate(data, catalogue, clock, terminal)
      },
    })
    terminal.tell(`台账已启动：${server.url}（按 Ctrl-C 停止）`)
    await interrupted(terminal.signal)
    terminal.tell('正在停止…')
    await server.stop()
    return 0
  },
}

type Report = z.output<typeof ReportView>

async function demonstrate(data: OpenedData, catalogue: Catalogue, clock: ReturnType<typeof replayClock>, terminal: Terminal): Promise<void> {
  const { database, tenantId, files } = data
  if (data.fresh) {
    const entered = await buildDemo(database, tenantId, catalogue, clock, (line) => terminal.progress(line))
    terminal.tell(`已建立演示台账：虚构的云江市交通运输局，2024—2026 年共 ${entered} 条记录`)
  }
  const folder = join(data.dataDir, '演示')
  await mkdir(folder, { recursive: true })
  const records = demoRecords()
  const lastYear = demoReport(2025, records, { halfEmpty: false })
  await writeFile(join(folder, demoReportName(2025)), lastYear)
  await writeFile(join(folder, `（半成品）${demoReportName(2026)}`), demoReport(2026, records, { halfEmpty: true }))
  if (!data.fresh) return
  const stored = await files.put(Readable.from([Buffer.from(lastYear)]), Number.MAX_SAFE_INTEGER)
  const made = await makeReport({ database, files, catalogue }, { tenantId, name: '经办人' }, {
    report: { name: demoReportName(2025), sha256: stored.sha256 }, period: '2026', annex: true, round: false,
  })
  const path = join(folder, demoReportName(2026))
  await writeFile(path, await files.get(made.file.sha256))
  tellOutcome(made, path, terminal)
}

function tellOutcome(made: Report, path: string, terminal: Terminal): void {
  terminal.tell(`读了去年的报告，用 2026 年的台账填成今年的报告：${made.title}`)
  for (const figure of made.figures.slice(0, 5)) terminal.tell(`  ${figure.sentence.slice(0, 30)}… → ${figure.text}${figure.measure ?? ''}（${figure.records} 条记录）`)
  terminal.tell(`  已填 ${made.figures.length} 处，待补 ${made.open.length} 处，沿用待确认 ${made.carriedOver.length} 句`)
  terminal.tell(`Word 文件：${path}`)
}

function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
