import { readReport } from '../../engine/docx/read-report.ts'
import { parsePeriod } from '../../modules/metrics/period.ts'
import { checkReport } from '../../modules/reports/contract.ts'
import { uploadFile } from '../../platform/contract/upload.ts'
import { bringLedger } from '../bring-ledger.ts'
import type { Command } from '../command.ts'
import { readLedgerFiles, readNamedFile } from '../read-files.ts'
import { openTemporaryWorkplace } from '../workplace.ts'

const verdictTitles = { evidenced: '有据', contradicted: '不符', unsupported: '无据', consistent: '自洽' } as const

/** Holds a finished report against the ledger and against itself; exit code 1 when something contradicts. */
export const checkCommand: Command = {
  usage: 'check <report>',
  description: '核对写好的报告：每个数字和《文件》是否有台账依据，文内数字是否自相矛盾',
  options: [
    { flags: '--ledger <path>', description: '台账：.xlsx、.csv 或其所在文件夹；不给则只核对文内数字' },
    { flags: '--period <period>', description: '报告所述的时期，不给则按报告标题中的年份' },
    { flags: '--json', description: '以 JSON 输出' },
  ],
  examples: ['check 年度报告.docx --ledger 台账.xlsx --period 2026'],
  async run(input, terminal) {
    const period = input.text('period')
    const year = period === undefined ? undefined : Number(parsePeriod(period).to.slice(0, 4))
    const report = await readNamedFile(input.word(0))
    readReport(report.name, report.bytes)
    const ledgerPath = input.text('ledger')
    const ledger = ledgerPath === undefined ? [] : await readLedgerFiles([ledgerPath])
    terminal.progress('正在打开数据库…')
    const workplace = await openTemporaryWorkplace()
    try {
      if (ledger.length > 0) await bringLedger(workplace, ledger, year, terminal)
      terminal.signal.throwIfAborted()
      const { claims } = await workplace.client.call(checkReport, {
        body: {
          report: await uploadFile(workplace.transport, report.name, report.bytes),
          period,
          ledger: ledger.length > 0,
        },
      })
      const contradicted = claims.filter((claim) => claim.verdict === 'contradicted').length
      if (input.flag('json')) terminal.print(JSON.stringify({ claims }))
      else {
        for (const claim of claims) {
          terminal.print(`${String(claim.line).padStart(3)} 段 ${String(claim.column).padStart(3)} 字  ${verdictTitles[claim.verdict]}  “${claim.text}”  ${claim.reason}`)
        }
        const count = (verdict: keyof typeof verdictTitles) => claims.filter((claim) => claim.verdict === verdict).length
        terminal.print(`有据 ${count('evidenced')}，不符 ${contradicted}，无据 ${count('unsupported')}，自洽 ${count('consistent')}。`)
      }
      return contradicted > 0 ? 1 : 0
    } finally {
      await workplace.close()
    }
  },
}
