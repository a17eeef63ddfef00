import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import type { Slot } from '../../../engine/claims/slot.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { templateColumns } from './columns.ts'
import { guideSheet } from './guide-sheet.ts'
import { kindSheet } from './kind-sheet.ts'
import { catchAll, needsOf, type Unkept } from './needs.ts'
import { optionLists } from './options-sheet.ts'

/**
 * The workbook that a report needs: how to fill it, a sheet for each kind that the report counts, its drop-downs.
 * Filled in, it is read back by `readLedger` as it stands.
 *
 * @throws {Invalid} `no-ledger-needed` when nothing in the report is counted
 */
export async function writeLedgerTemplate(given: { slots: Slot[]; catalogue: Catalogue; reportTitle: string }): Promise<Uint8Array> {
  const { kinds, unkept } = needsOf(given.slots, given.catalogue)
  if (kinds.length === 0) throw new Invalid('no-ledger-needed', '报告里没有找到要从台账统计的数字，所以没有可写的台账。')
  const options = optionLists()
  const titleOf = (kind: string) => sheetName(given.catalogue.kinds.get(kind)?.title ?? kind)
  const filled = kinds.map((need) => {
    const columns = templateColumns(need, given.catalogue)
    const first = need.kind === catchAll ? unkept[0] : undefined
    return kindSheet({
      name: titleOf(need.kind),
      uses: need.uses,
      columns: first === undefined ? columns : exampleOfUnkept(columns, first),
      options,
    })
  })
  const guide = guideSheet({
    reportTitle: given.reportTitle.replace(/\.[a-z]{2,4}$/i, ''),
    sheets: kinds.map(({ kind, uses }) => ({ name: titleOf(kind), uses })),
    unkept: distinct(unkept),
    catchAllSheet: titleOf(catchAll),
  })
  const sheets: WriteSheet[] = [guide, ...filled, ...[options.sheet()].filter((sheet) => sheet !== null)]
  return writeXlsx({ sheets, defaultFont: { name: '宋体', size: 11 }, activeSheet: 0, properties: { title: `${given.reportTitle} 台账` } })
}

/** The example says the first figure that has no ledger of its own. */
const exampleOfUnkept = (columns: ReturnType<typeof templateColumns>, { metric, measure }: Unkept) =>
  columns.map((column) => {
    if (column.field?.title === '数据说明') return { ...column, example: metric }
    return column.field?.title === '计量单位' ? { ...column, rank: 'used' as const, example: measure } : column
  })

function distinct(unkept: Unkept[]): Unkept[] {
  const seen = new Set<string>()
  return unkept.filter(({ metric, measure }) => !seen.has(`${metric} ${measure}`) && seen.add(`${metric} ${measure}`))
}

// What Excel refuses in a sheet name, and its 31 characters.
const sheetName = (title: string) => title.replace(/[\\/?*[\]:]/g, '').slice(0, 31)
