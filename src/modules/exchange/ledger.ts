import { createHash } from 'node:crypto'
import { Invalid } from '../../platform/errors.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { namesOf } from './interpret/names.ts'
import { sheetInterpreter, type Sink } from './interpret/sheet.ts'
import type { LedgerReading, SheetCorrection } from './reading.ts'
import { ledgerLimits } from './rows/limits.ts'
import { readFileRows } from './rows/read-file.ts'

export type { CellError, ColumnReading, LedgerReading, LedgerRecord, SheetReading, SkippedRow } from './reading.ts'

export interface LedgerOptions {
  /** The year of dates that name none; else the title, the sheet or the file name tells. */
  year?: number
  /** What a person said about sheets in place of what would be found. */
  corrections?: SheetCorrection[]
  signal?: AbortSignal
  onProgress?: (progress: { file: string; sheet: string; rows: number }) => void
}

const listedErrors = 200

/**
 * Reads ledgers (.xlsx, .csv) as records of the catalogue's kinds; nothing is written.
 * What was left out and every error with its cell is in the reading.
 *
 * @throws {Invalid} when a file is no ledger at all: not Excel, .xls, encrypted, truncated, damaged, empty, too large
 */
export async function readLedger(files: { name: string; bytes: Uint8Array }[], catalogue: Catalogue, options: LedgerOptions = {}): Promise<LedgerReading> {
  const names = namesOf(catalogue)
  const reading: LedgerReading = { files: [], sheets: [], records: [], errors: [], errorCount: 0 }
  for (const { name, bytes } of files) {
    const file = { name, sha256: createHash('sha256').update(bytes).digest('hex') }
    const twin = reading.files.find(({ sha256 }) => sha256 === file.sha256)
    if (twin !== undefined) throw new Invalid('ledger-twice', `“${name}”和“${twin.name}”内容完全相同，请只留一个。`)
    reading.files.push(file)
    const context = { names, file, year: options.year ?? null, corrections: options.corrections ?? [], sink: sinkOf(reading, name) }
    let interpreter: ReturnType<typeof sheetInterpreter> | null = null
    let rows = 0
    for await (const chunk of readFileRows(name, bytes, ledgerLimits, options.signal)) {
      options.signal?.throwIfAborted()
      interpreter ??= sheetInterpreter(chunk.head, context)
      interpreter.push(chunk)
      rows += chunk.rows.length
      options.onProgress?.({ file: name, sheet: chunk.head.name, rows })
      if (!chunk.last) continue
      reading.sheets.push(interpreter.finish())
      interpreter = null
      rows = 0
    }
  }
  return reading
}

function sinkOf(reading: LedgerReading, file: string): Sink {
  return {
    record: (record) => reading.records.push(record),
    error(sheet, cell, message) {
      reading.errorCount += 1
      if (reading.errors.length < listedErrors) reading.errors.push({ file, sheet, cell, message })
    },
  }
}
