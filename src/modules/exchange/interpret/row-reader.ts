import type { FieldValue } from '../reading.ts'
import { cellName, cellText, isBlank, type Cell, type Row, type SheetHead } from '../rows/cell.ts'
import type { Match } from './columns.ts'
import { readerOf, type CellReader } from './fields.ts'
import { inferencesOf, type Inference } from './infer.ts'
import { fillsDown, type FillDown } from './merged-cells.ts'
import type { KindNames, Names } from './names.ts'

/** What makes records of a sheet's rows. */
export interface RowReader {
  inferences: Inference[]
  read(row: Row): RowRead
}

export interface RowRead {
  unitName: string | null
  fields: Record<string, FieldValue>
  errors: { cell: string; message: string }[]
}

interface Column {
  column: number
  field: string
  title: string
  required: boolean
  repeats: boolean
  read: CellReader
}

const excelError = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/

/** Compiles the columns of a sheet once, so that a row costs only its cells. */
export function rowReader(head: SheetHead, found: KindNames, matches: Match[], names: Names, year: number | null): RowReader {
  const { kind } = found
  const columns: Column[] = matches.flatMap(({ column, field, how, heading }) => {
    const definition = field === null || how === 'unit' ? undefined : kind.fields[field]
    if (field === null || definition === undefined) return []
    const read = readerOf(definition, heading, names, { year, since1904: head.since1904 })
    return [{ column, field, title: definition.title, required: definition.required, repeats: !isNumber(definition.type), read }]
  })
  const unit = matches.find(({ how }) => how === 'unit')?.column ?? -1
  const inferences = inferencesOf(found, matches, head.name, names)
  const down = fillsDown(head.merges, [unit, ...columns.filter((column) => column.repeats).map(({ column }) => column)])
  const namingColumn = columns.find(({ field }) => field === kind.naming)?.column ?? 0
  return { inferences, read: (row) => readRow(row, { columns, unit, inferences, down, uncomputed: head.uncomputed, naming: kind.naming, namingColumn }) }
}

const isNumber = (type: string) => type === 'integer' || type === 'decimal'

interface Compiled {
  columns: Column[]
  unit: number
  inferences: Inference[]
  down: FillDown
  uncomputed: ReadonlySet<string>
  naming: string
  namingColumn: number
}

function readRow(row: Row, { columns, unit, inferences, down, uncomputed, naming, namingColumn }: Compiled): RowRead {
  const fields: Record<string, FieldValue> = {}
  const errors: RowRead['errors'] = []
  for (const { column, field, title, required, read } of columns) {
    const cell = down.cell(row, column)
    const message = isBlank(cell) ? blankProblem(uncomputed, row.index, column, title, required) : take(fields, field, cell, read)
    if (message !== null) errors.push({ cell: cellName(row.index, column), message: required || message.startsWith('“') ? message : `${title}：${message}` })
  }
  const named = fields[naming]
  for (const inference of inferences) {
    if (fields[inference.field] !== undefined) continue
    const value = inference.fixed ?? (typeof named === 'string' ? inference.from(named) : null)
    if (value !== null) fields[inference.field] = value
    else if (inference.required && named !== undefined) errors.push({ cell: cellName(row.index, namingColumn), message: `看不出${inference.title}，请增加“${inference.title}”列并填写` })
  }
  const unitName = unit < 0 ? '' : cellText(down.cell(row, unit)).replace(/\s+/g, '')
  return { unitName: unitName === '' ? null : unitName, fields, errors }
}

function take(fields: Record<string, FieldValue>, field: string, cell: Cell | undefined, read: CellReader): string | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'string' && excelError.test(cell)) return `公式结果是错误值 ${cell}，请改正公式`
  const parsed = read(cell)
  if ('error' in parsed) return parsed.error
  fields[field] = parsed.value
  return null
}

function blankProblem(uncomputed: ReadonlySet<string>, row: number, column: number, title: string, required: boolean): string | null {
  if (uncomputed.size > 0 && uncomputed.has(cellName(row, column))) return '公式还没有算出结果，请在 Excel 中打开并保存一次'
  return required ? `${title}不能为空` : null
}
