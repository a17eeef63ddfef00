import type { LedgerRecord, SheetCorrection, SheetReading } from '../reading.ts'
import { cellName, isBlank, type Row, type SheetChunk, type SheetHead } from '../rows/cell.ts'
import type { Match } from './columns.ts'
import { describeColumns, emptyReading } from './sheet-reading.ts'
import { yearIn } from './dates.ts'
import { headingOfSheet, kindOfSheet } from './correction.ts'
import { titleAbove, unitAbove, type Heading } from './heading.ts'
import { inferenceText } from './infer.ts'
import type { KindFound } from './kind.ts'
import { leftOut } from './left-out.ts'
import type { KindNames, Names } from './names.ts'
import { rowReader, type RowReader } from './row-reader.ts'
import { showRow } from './shown-rows.ts'

/** Where a sheet's records and errors go. */
export interface Sink {
  record(record: LedgerRecord): void
  error(sheet: string, cell: string, message: string): void
}

export interface SheetContext {
  names: Names
  file: { name: string; sha256: string }
  /** The year given for dates that name none. */
  year: number | null
  corrections: SheetCorrection[]
  sink: Sink
}

const searchedRows = 30
const listedSkips = 200
const explanatory = /^(?:填写说明|填表说明|填报说明|使用说明|说明|目录|封面|选项)$/

/** Interprets one sheet chunk by chunk; `finish` says how it was understood. */
export function sheetInterpreter(head: SheetHead, context: SheetContext): { push(chunk: SheetChunk): void; finish(): SheetReading } {
  const reading = emptyReading(head, context.file.name)
  let waiting: Row[] = []
  let body: Body | null = null
  const begin = () => {
    body = beginBody(head, waiting, context, reading)
    const last = reading.headingRows.at(-1) ?? 0
    for (const row of waiting) {
      if (row.index < last) showRow(reading.shown, row, reading.headingRows.includes(row.index + 1) ? 'heading' : 'above')
      else readBodyRow(row, body, context, reading)
    }
    waiting = []
  }
  let begun = false
  return {
    push({ rows, last }) {
      if (head.hidden) return
      for (const row of rows) {
        if (begun) readBodyRow(row, body, context, reading)
        else if (row.cells.some((cell) => !isBlank(cell))) waiting.push(row)
      }
      if (begun || (!last && waiting.length < searchedRows)) return
      begun = true
      begin()
    },
    finish: () => reading,
  }
}

interface Body {
  kind: KindNames
  matches: Match[]
  reader: RowReader
  /** Of rows that name none. */
  unitName: string | null
  after: number
  occurred: number
  naming: number
  leaveOut: ReadonlySet<number>
  take: ReadonlySet<number>
}

function beginBody(head: SheetHead, rows: Row[], context: SheetContext, reading: SheetReading): Body | null {
  const correction = context.corrections.find(({ file, sheet }) => file === context.file.sha256 && sheet === head.name)
  if (correction?.kind === null || (correction?.kind === undefined && explanatory.test(head.name.trim()))) {
    reading.reason = correction?.kind === null ? '由您指定不导入' : '说明页，不含记录'
    return null
  }
  const heading = headingOfSheet(rows, head, correction, context.names)
  if (heading === null) {
    reading.reason = rows.length === 0 ? '空工作表' : '前 30 行里没有找到表头'
    return null
  }
  const title = titleAbove(rows, heading)
  const found = kindOfSheet(head.name, title, heading, correction, context.names)
  reading.reason = found.reason
  reading.headingRows = heading.rows.map((row) => row + 1)
  if (found.kind === null) return null
  describeColumns(reading, found)
  const year = context.year ?? yearIn(title) ?? yearIn(head.name) ?? yearIn(context.file.name)
  const reader = rowReader(head, found.kind, found.matches, context.names, year)
  reading.inferred = reader.inferences.filter((one) => !has(found.matches, one.field)).map((one) => inferenceText(one, titleOf(found.kind, found.kind.kind.naming)))
  const unitName = unitAbove(title)
  if (unitName !== null) reading.inferred.push(`没有写单位的行：${unitName}（表头上方写明）`)
  if (head.unscanned) reading.inferred.push('工作表太大，没有检查合并单元格和没有结果的公式；合并的单元格只算第一行')
  reportMissing(head, heading, found, reader, context)
  if (!has(found.matches, found.kind.kind.occurred) || !has(found.matches, found.kind.kind.naming)) return null
  return {
    kind: found.kind,
    matches: found.matches,
    reader,
    unitName,
    after: heading.rows.at(-1) ?? 0,
    occurred: columnOf(found.matches, found.kind.kind.occurred),
    naming: columnOf(found.matches, found.kind.kind.naming),
    leaveOut: new Set(correction?.leaveOut),
    take: new Set(correction?.take),
  }
}

/** A required column that nothing replaces is one error of the sheet, not one of each row. */
function reportMissing(head: SheetHead, heading: Heading, found: KindFound & { kind: KindNames }, reader: RowReader, context: SheetContext): void {
  const told = new Set(reader.inferences.map(({ field }) => field))
  for (const [field, { required, title }] of Object.entries(found.kind.kind.fields)) {
    if (!required || told.has(field) || has(found.matches, field)) continue
    context.sink.error(head.name, cellName(heading.rows.at(-1) ?? 0, 0), `缺少必填的列“${title}”`)
  }
}

function readBodyRow(row: Row, body: Body | null, context: SheetContext, reading: SheetReading): void {
  if (row.cells.every(isBlank)) return
  if (body === null) return showRow(reading.shown, row, 'left-out')
  if (row.index <= body.after) return
  const reason = leftOutAs(row, body)
  if (reason !== null) {
    showRow(reading.shown, row, 'left-out')
    reading.skippedCount += 1
    if (reading.skipped.length < listedSkips) reading.skipped.push({ row: row.index + 1, reason })
    return
  }
  const { unitName, fields, errors } = body.reader.read(row)
  for (const { cell, message } of errors) context.sink.error(reading.sheet, cell, message)
  showRow(reading.shown, row, errors.length > 0 ? 'error' : 'record')
  if (errors.length > 0) return
  reading.records += 1
  context.sink.record({ kind: body.kind.id, unitName: unitName ?? body.unitName, fields, source: { file: context.file.sha256, sheet: reading.sheet, row: row.index + 1 } })
}

function leftOutAs(row: Row, { leaveOut, take, matches, occurred, naming }: Body): string | null {
  if (leaveOut.has(row.index + 1)) return '由您指定不导入'
  return take.has(row.index + 1) ? null : leftOut(row, matches, occurred, naming)
}

const titleOf = (kind: KindNames, field: string) => kind.kind.fields[field]?.title ?? field

const has = (matches: Match[], field: string) => matches.some((match) => match.field === field)

const columnOf = (matches: Match[], field: string) => matches.find((match) => match.field === field)?.column ?? 0
