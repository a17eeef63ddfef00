import { parse } from 'csv-parse'
import { DocxError } from '../../../engine/docx/errors.ts'
import { decodePlainText } from '../../../engine/docx/text-coding.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { Row, SheetChunk, SheetHead } from './cell.ts'
import type { LedgerLimits } from './limits.ts'

const chunkRows = 2_000

/**
 * The records of a CSV in UTF-8, UTF-16 with mark or GB18030, as one sheet named like the file.
 * The delimiter (comma, tab or semicolon) is the one most frequent in the first lines.
 *
 * @throws {Invalid} ledger-encoding, ledger-csv, ledger-too-large, ledger-empty
 */
export async function* readCsv(fileName: string, bytes: Uint8Array, limits: LedgerLimits): AsyncGenerator<SheetChunk> {
  if (bytes.length > limits.zip.fileBytes) throw new Invalid('ledger-too-large', `“${fileName}”过大，上限 ${limits.zip.fileBytes / 2 ** 20} MB。请分成几个文件。`)
  const text = decode(fileName, bytes)
  if (text.trim() === '') throw new Invalid('ledger-empty', `“${fileName}”是空文件。`)
  const head: SheetHead = { name: fileName.replace(/\.[^.]*$/, ''), hidden: false, since1904: false, merges: [], uncomputed: new Set(), unscanned: false }
  let rows: Row[] = []
  let index = 0
  let cellCount = 0
  try {
    const options = { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, max_record_size: 4 * 2 ** 20 }
    for await (const cells of parse(text, options) as AsyncIterable<string[]>) {
      rows.push({ index, cells: bounded(cells, fileName, index, limits) })
      index += 1
      cellCount += cells.length
      if (cellCount > limits.cells) throw new Invalid('ledger-too-large', `“${fileName}”超过 ${limits.cells} 个单元格。请分成几个文件。`)
      if (rows.length < chunkRows) continue
      yield { head, rows, last: false }
      rows = []
    }
  } catch (error) {
    if (error instanceof Invalid) throw error
    throw new Invalid('ledger-csv', `“${fileName}”第 ${index + 1} 行之后无法读取，可能是引号没有成对。请改正，或在 Excel 中另存为 .xlsx 后再试。`)
  }
  yield { head, rows, last: true }
}

function decode(fileName: string, bytes: Uint8Array): string {
  try {
    return decodePlainText(bytes, fileName)
  } catch (error) {
    if (error instanceof DocxError) throw new Invalid('ledger-encoding', error.message)
    throw error
  }
}

function delimiterOf(text: string): string {
  const start = text.slice(0, 4_000)
  const count = (mark: string) => start.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

function bounded(cells: string[], fileName: string, index: number, limits: LedgerLimits): string[] {
  if (index >= limits.rows) throw new Invalid('ledger-too-large', `“${fileName}”的行数超过 ${limits.rows} 行。请分成几个文件。`)
  let length = cells.length
  while (length > 0 && cells[length - 1] === '') length -= 1
  if (length > limits.columns) throw new Invalid('ledger-too-large', `“${fileName}”第 ${index + 1} 行超过 ${limits.columns} 列。请删去多余的列后再试。`)
  if (cells.some((cell) => cell.length > limits.cellCharacters)) {
    throw new Invalid('ledger-too-large', `“${fileName}”第 ${index + 1} 行有单元格超过 ${limits.cellCharacters} 个字。请缩短后再试。`)
  }
  return cells.length === length ? cells : cells.slice(0, length)
}
