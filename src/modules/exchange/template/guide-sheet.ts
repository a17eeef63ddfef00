import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx'
import type { Unkept, Use } from './needs.ts'
import { useText } from './needs.ts'
import { style } from './style.ts'

export const guideSheetName = '填写说明'

export interface Guide {
  reportTitle: string
  sheets: { name: string; uses: Use[] }[]
  unkept: Unkept[]
  /** The sheet that takes figures which no other keeps. */
  catchAllSheet: string
}

const lines = [
  '一、一张表记一类工作，一件事记一行。谁办的，就在“填报单位”写谁；各单位填好后可以合在一张表里，也可以分成几个文件。',
  '二、深蓝表头必须填，浅蓝表头是这份报告要用到的，灰色表头有就填、没有就空着。',
  '三、有下拉箭头的格子从列表里选；“主题”等可以填几项，中间用顿号“、”隔开。日期写 2026-03-05 或 2026年3月5日 都行。',
  '四、人数、份数、金额填准确数字，不写“约”“余”；没有的不用填 0。灰色的“示例”行留着也没关系，读取时会略过。',
  '五、填完保存，直接导入或用来填报告就行：不用删这一页，也不用管空行、合计行和列的先后。',
]

const shownUses = 8

/** The first sheet: five lines on how to fill, and for every sheet what of the report it feeds. */
export function guideSheet({ reportTitle, sheets, unkept, catchAllSheet }: Guide): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const rowDefs = new Map<number, { height: number }>([[0, { height: 34 }]])
  const merges: WriteSheet['merges'] = []
  let row = 0
  const put = (column: number, value: string | number, how: CellStyle, rest: Partial<Cell> = {}) => cells.set(`${row},${column}`, { value, style: how, ...rest })
  const wide = (value: string, how: CellStyle, height: number) => {
    put(0, value, how)
    merges.push({ startRow: row, startCol: 0, endRow: row, endCol: 2 })
    rowDefs.set(row, { height })
    row += 1
  }
  const entry = (first: string, second: string | number, third: string, how: CellStyle, link?: Partial<Cell>) => {
    put(0, first, link === undefined ? how : style.link, link)
    put(1, second, how)
    put(2, third, how)
    rowDefs.set(row, { height: 18 * third.split('\n').length + 4 })
    row += 1
  }
  wide(`写《${reportTitle}》要用的台账`, style.title, 36)
  for (const line of lines) wide(line, style.line, 32)
  row += 1
  entry('工作表（点击打开）', '用到几处', '在报告中的位置', style.used)
  for (const { name, uses } of sheets) {
    entry(name, uses.length, usesText(uses), style.table, { hyperlink: { target: '', location: `'${name}'!A1`, tooltip: `打开“${name}”` } })
  }
  if (unkept.length > 0) {
    row += 1
    wide(`下面这些数字还没有对应的台账，可以逐个记在“${catchAllSheet}”表里：`, style.subtitle, 26)
    entry('要记的数字', '量词', '在报告中的位置', style.used)
    for (const { metric, measure, use } of unkept) entry(metric, measure, useText(use), style.table)
  }
  return {
    name: guideSheetName,
    cells,
    rows: [],
    columns: [{ width: 26 }, { width: 10 }, { width: 92 }],
    merges,
    rowDefs,
    view: { showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

function usesText(uses: Use[]): string {
  if (uses.length === 0) return '没有别的台账可记的数字'
  const shown = uses.slice(0, shownUses).map(useText)
  return uses.length > shownUses ? `${shown.join('\n')}\n等 ${uses.length} 处` : shown.join('\n')
}
