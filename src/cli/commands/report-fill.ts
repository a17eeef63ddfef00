import { readReport } from '../../engine/docx/read-report.ts'
import { downloadReport, fillReport } from '../../modules/reports/contract.ts'
import { parsePeriod } from '../../modules/metrics/period.ts'
import type { ReplyOf } from '../../platform/contract/endpoint.ts'
import { uploadFile } from '../../platform/contract/upload.ts'
import { Invalid } from '../../platform/errors.ts'
import { bringLedger } from '../bring-ledger.ts'
import type { Command, CommandInput, Terminal } from '../command.ts'
import { readLedgerFiles, readNamedFile } from '../read-files.ts'
import { openDataWorkplace, openTemporaryWorkplace } from '../workplace.ts'
import { requirePlaceFor, writeWhole } from '../write-whole.ts'

/** Makes this period's report: from ledger files in a database of its own, or from the records already kept. */
export const fillCommand: Command = {
  usage: 'fill <report>',
  description: '用台账把去年的报告（或制度包的报告，写作 @annual）填成本期报告（Word），每个数字都附依据',
  options: [
    { flags: '--ledger <path>', description: '台账：.xlsx、.csv 或其所在文件夹；不给则用数据目录中的记录' },
    { flags: '--period <period>', description: '本期：2026、2026H1、2026Q3、2026-05 或 2026-03-01..2026-05-31' },
    { flags: '--out <file>', description: '写出的 Word 文件' },
    { flags: '--unit <name>', description: '只计这个单位及其下属' },
    { flags: '--no-annex', description: '不要“数字依据”附件' },
    { flags: '--round', description: '原文写约数的地方保留约数' },
    { flags: '--data <dir>', description: '数据目录（不给 --ledger 时）' },
    { flags: '--json', description: '以 JSON 输出' },
  ],
  examples: ['fill 去年报告.docx --ledger 台账.xlsx --period 2026 --out 今年报告.docx', 'fill @annual --ledger 台账.xlsx --period 2026 --out 年度报告.docx'],
  async run(input, terminal) {
    const period = required(input, 'period', '请用 --period 说明本期，例如 --period 2026')
    const out = required(input, 'out', '请用 --out 说明写到哪个 Word 文件')
    parsePeriod(period)
    await requirePlaceFor(out)
    const given = input.word(0).startsWith('@') ? null : await readNamedFile(input.word(0))
    if (given !== null) readReport(given.name, given.bytes)
    const ledgerPath = input.text('ledger')
    const ledger = ledgerPath === undefined ? null : await readLedgerFiles([ledgerPath])
    terminal.progress('正在打开数据库…')
    const workplace = ledger === null ? await openDataWorkplace(input.text('data')) : await openTemporaryWorkplace()
    try {
      const inputs = ledger === null ? undefined : await bringLedger(workplace, ledger, Number(period.slice(0, 4)), terminal)
      const report = given === null ? { form: input.word(0).slice(1) } : await uploadFile(workplace.transport, given.name, given.bytes)
      terminal.signal.throwIfAborted()
      terminal.progress('正在计算并填写…')
      const made = await workplace.client.call(fillReport, {
        body: {
          report, period, unit: input.text('unit'), annex: input.unlessRefused('annex'), round: input.flag('round'),
          ...(inputs === undefined ? {} : { inputs: 'sha256' in report ? [report, ...inputs] : inputs }),
        },
      })
      terminal.signal.throwIfAborted()
      await writeWhole(out, await workplace.client.call(downloadReport, { params: { reportId: made.reportId } }))
      tellOutcome(made, out, input, terminal)
      return 0
    } finally {
      await workplace.close()
    }
  },
}

function required(input: CommandInput, name: string, message: string): string {
  const value = input.text(name)
  if (value === undefined) throw new Invalid(`${name}-missing`, message)
  return value
}

function tellOutcome(made: ReplyOf<typeof fillReport>, out: string, input: CommandInput, terminal: Terminal): void {
  if (input.flag('json')) {
    const figures = made.figures.map(({ line, text, metric, facets, value, numerator, denominator, records, how }) => ({
      line, text, metric, facets, value, numerator, denominator, records, how,
    }))
    terminal.print(JSON.stringify({ figures, open: made.open }))
    return
  }
  for (const figure of made.figures) terminal.print(`${String(figure.line).padStart(3)} 段  ${figure.text}${figure.measure ?? ''}  ${figure.how}`)
  for (const slot of made.open) terminal.print(`${String(slot.line).padStart(3)} 段  待补“${slot.text}”：${slot.reason}`)
  terminal.print(`已填 ${made.figures.length} 处，待补 ${made.open.length} 处，沿用待确认 ${made.carriedOver.length} 句。`)
  terminal.print(`报告已写入 ${out}`)
}
