import { scanReport } from '../../engine/claims/scan.ts'
import type { Slot } from '../../engine/claims/slot.ts'
import { readReport } from '../../engine/docx/read-report.ts'
import { writeLedgerTemplate } from '../../modules/exchange/template/write.ts'
import { lexiconOf } from '../../modules/packs/lexicon.ts'
import { shippedCatalogue } from '../../modules/packs/shipped.ts'
import { slotView } from '../../modules/reports/rules/view.ts'
import type { Command } from '../command.ts'
import { readNamedFile } from '../read-files.ts'
import { requirePlaceFor, writeWhole } from '../write-whole.ts'

const kindTitles = { figure: '数字', name: '名称', date: '日期', list: '列举' } as const

/** Finds the slots of a report; pure work, so it needs no database. */
export const scanCommand: Command = {
  usage: 'scan <report>',
  description: '找出报告中的填空：缺的数字、已有的数字、日期、名称和列举',
  options: [
    { flags: '--ledger-template <file>', description: '写出这份报告需要的台账工作簿（.xlsx）' },
    { flags: '--json', description: '以 JSON 输出' },
  ],
  examples: ['scan 去年报告.docx', 'scan 去年报告.docx --ledger-template 台账.xlsx'],
  async run(input, terminal) {
    const path = input.text('ledgerTemplate')
    if (path !== undefined) await requirePlaceFor(path)
    const file = await readNamedFile(input.word(0))
    const document = readReport(file.name, file.bytes)
    const catalogue = await shippedCatalogue()
    const slots = scanReport(document.paragraphs, lexiconOf(catalogue))
    if (path !== undefined) {
      await writeWhole(path, await writeLedgerTemplate({ slots, catalogue, reportTitle: file.name }))
      terminal.tell(`台账工作簿已写入 ${path}`)
    }
    if (input.flag('json')) {
      terminal.print(JSON.stringify({ paragraphs: document.paragraphs.length, slots: slots.map(slotView) }))
      return 0
    }
    for (const slot of slots) terminal.print(describe(slot, catalogue.metrics.get(slot.metric ?? '')?.title))
    terminal.print(summary(slots))
    return 0
  },
}

function describe(slot: Slot, metricTitle: string | undefined): string {
  const place = `${String(slot.line).padStart(3)} 段 ${String(slot.column).padStart(3)} 字`
  const what = `${slot.filled ? '' : '缺'}${kindTitles[slot.kind]} “${slot.text}${slot.measure ?? ''}”`
  const facets = Object.values(slot.facets)
  const meaning = metricTitle ?? (slot.proposal === null ? '' : `建议新记：${slot.proposal.metric}`)
  return `${place}  ${what}  ${slot.phrase}${meaning === '' ? '' : `  → ${meaning}`}${facets.length > 0 ? `（${facets.join('，')}）` : ''}`
}

function summary(slots: Slot[]): string {
  const figures = slots.filter((slot) => slot.kind === 'figure')
  const missing = figures.filter((slot) => !slot.filled).length
  const bound = figures.filter((slot) => slot.metric !== null).length
  return `共 ${slots.length} 处：数字 ${figures.length}（缺 ${missing}，已对应指标 ${bound}），其他 ${slots.length - figures.length}`
}
