import { Readable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'
import type { Cell, Sheet } from './export-rows.ts'

export interface Progress {
  progress?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** A workbook of one sheet, or CSV that Excel opens as UTF-8, as a stream: no more than some rows are held at a time. */
export function exportStream(title: string, sheet: Sheet, format: 'xlsx' | 'csv', watch: Progress = {}): Readable {
  const rows = watched(sheet, watch)
  if (format === 'csv') return Readable.from(csvLines(sheet.heading, rows))
  const columns = sheet.heading.map((header) => ({ header, width: Math.min(40, Math.max(10, header.length * 2 + 4)) }))
  const name = title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
  return Readable.fromWeb(writeXlsxStream(rows, { name, columns, freezePane: { rows: 1 } }) as Parameters<typeof Readable.fromWeb>[0])
}

export async function bytesOf(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

async function* watched({ rows, total }: Sheet, { progress, signal }: Progress): AsyncGenerator<Cell[]> {
  let done = 0
  for await (const row of rows) {
    signal?.throwIfAborted()
    yield row
    done += 1
    if (done % 500 === 0 || done === total) progress?.(done, total)
  }
}

const byteOrderMark = '\ufeff'

async function* csvLines(heading: string[], rows: AsyncIterable<Cell[]>): AsyncGenerator<string> {
  yield `${byteOrderMark}${heading.map(csvCell).join(',')}\r\n`
  for await (const row of rows) yield `${row.map(csvCell).join(',')}\r\n`
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it, as one types it there. */
function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
