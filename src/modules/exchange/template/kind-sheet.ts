import type { Cell, CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx'
import { columnLetters } from '../rows/cell.ts'
import type { TemplateColumn } from './columns.ts'
import type { Use } from './needs.ts'
import { useText } from './needs.ts'
import type { Options } from './options-sheet.ts'
import { style } from './style.ts'

export interface KindSheet {
  name: string
  uses: Use[]
  columns: TemplateColumn[]
  options: Options
}

const headingRow = 2
const exampleRow = 3
const ruledRows = 60
const lastRow = 5_000
const shownUses = 6

/** A sheet to fill: what it is for, the heading, one example in grey, and ruled rows with drop-downs. */
export function kindSheet({ name, uses, columns, options }: KindSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, value: string | null, how: CellStyle) => cells.set(`${row},${column}`, { value, style: how })
  put(0, 0, `${name}台账`, style.title)
  put(1, 0, explanation(uses), style.note)
  columns.forEach((column, at) => {
    put(headingRow, at, column.heading, style[column.rank === 'numbering' ? 'other' : column.rank])
    put(exampleRow, at, column.example === '' ? null : column.example, style.example)
    for (let row = exampleRow + 1; row <= exampleRow + ruledRows; row++) put(row, at, null, column.field?.type === 'date' ? style.date : style.cell)
  })
  const width = Math.min(columns.length, 9) - 1
  return {
    name,
    cells,
    rows: [],
    columns: columns.map(({ width: characters }) => ({ width: characters })),
    merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: width })),
    rowDefs: new Map([[0, { height: 30 }], [1, { height: uses.length > 2 ? 44 : 30 }], [headingRow, { height: 32 }], [exampleRow, { height: 22 }]]),
    freezePane: { rows: headingRow + 1 },
    dataValidations: columns.flatMap((column, at) => validations(column, at, options)),
    pageSetup: {
      paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0,
      printTitlesRow: `$${headingRow + 1}:$${headingRow + 1}`,
    },
    view: { tabColor: { rgb: '33557F' } },
  }
}

/** Years are left out: the reader takes the year of dates without one from what stands above the heading. */
function explanation(uses: Use[]): string {
  if (uses.length === 0) return '没有别的台账可记、但报告里要用的数字，一个数字记一行。'
  const rest = uses.length > shownUses ? `等 ${uses.length} 处` : ''
  return `用于报告${uses.slice(0, shownUses).map(useText).join('、')}${rest}。`.replace(/(?:19|20)\d{2}年?/g, '')
}

function validations(column: TemplateColumn, at: number, options: Options): DataValidation[] {
  const letters = columnLetters(at)
  const range = `${letters}${exampleRow + 1}:${letters}${lastRow}`
  const { field, titles, closed } = column
  if (field === null) return []
  const common = { range, allowBlank: true, errorTitle: column.heading }
  if (titles.length > 0) {
    const shown = { showErrorMessage: closed, errorStyle: 'stop', errorMessage: '请从下拉列表中选一项。' } as const
    return [{ ...common, ...hintOf(column.heading, field.many), ...shown, type: 'list', ...options.listOf(titles) }]
  }
  if (field.type === 'date') {
    // A date written as text is read all the same, so Excel may warn but not refuse.
    const shown = { showErrorMessage: true, errorStyle: 'warning', errorMessage: '请写日期，如 2026-03-05。' } as const
    return [{ ...common, ...shown, type: 'date', operator: 'between', formula1: '32874', formula2: '73415' }]
  }
  if (field.type === 'integer') {
    const shown = { showErrorMessage: true, errorStyle: 'stop', errorMessage: '请填写准确的整数，不写“约”“余”和量词。' } as const
    return [{ ...common, ...shown, type: 'whole', operator: 'greaterThanOrEqual', formula1: '0' }]
  }
  if (field.type === 'decimal') {
    const shown = { showErrorMessage: true, errorStyle: 'stop', errorMessage: '请填写准确的数字。' } as const
    return [{ ...common, ...shown, type: 'decimal', operator: 'between', formula1: '-1000000000000', formula2: '1000000000000' }]
  }
  return []
}

function hintOf(heading: string, many: number) {
  if (many <= 1) return {}
  return { showInputMessage: true, inputTitle: heading.slice(0, 30), inputMessage: `可填多项（最多 ${many} 项），用顿号“、”隔开` }
}
