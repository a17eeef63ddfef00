import { createHash } from 'node:crypto'
import { Invalid } from '../../platform/errors.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { namesOf } from './interpret/names.ts'
import { sheetInterpreter, type Sink } from './interpret/sheet.ts'
import type { LedgerReading, LedgerRecord, SheetCorrection } from './reading.ts'
import { ledgerLimits } from './rows/limits.ts'
import { readFileRows } from './rows/read-file.ts'

export type { CellError, ColumnReading, LedgerReading, LedgerRecord, SheetReading, SkippedRow } from './reading.ts'

export interface LedgerFile {
  name: string
  bytes: Uint8Array
}

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
 * Reads ledgers (.xlsx, .csv) as records of the catalogue's kinds and hands these over as they come, some thousand at a
 * time; reading goes on once they were taken. What was left out and every error with its cell is in the reading.
 *
 * @throws {Invalid} when a file is no ledger at all: not Excel, .xls, encrypted, truncated, damaged, empty, too large
 */
export async function streamLedger(
  files: LedgerFile[],
  catalogue: Catalogue,
  take: (records: LedgerRecord[], soFar: LedgerReading) => Promise<void> | void,
  options: LedgerOptions = {},
): Promise<LedgerReading> {
  const names = namesOf(catalogue)
  const reading: LedgerReading = { files: [], sheets: [], recordCount: 0, units: new Map(), errors: [], errorCount: 0 }
  for (const { name, bytes } of files) {
    const file = { name, sha256: createHash('sha256').update(bytes).digest('hex') }
    const twin = reading.files.find(({ sha256 }) => sha256 === file.sha256)
    if (twin !== undefined) throw new Invalid('ledger-twice', `“${name}”和“${twin.name}”内容完全相同，请只留一个。`)
    reading.files.push(file)
    let waiting: LedgerRecord[] = []
    const sink = sinkOf(reading, name, (record) => waiting.push(record))
    const context = { names, file, year: options.year ?? null, corrections: options.corrections ?? [], sink }
    let interpreter: ReturnType<typeof sheetInterpreter> | null = null
    let rows = 0
    for await (const chunk of readFileRows(name, bytes, ledgerLimits, options.signal)) {
      options.signal?.throwIfAborted()
      interpreter ??= sheetInterpreter(chunk.head, context)
      interpreter.push(chunk)
      const records = waiting
      waiting = []
      if (records.length > 0) await take(records, reading)
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

/** Reads ledgers and keeps their records; nothing is written. See `streamLedger`. */
export async function readLedger(
  files: LedgerFile[],
  catalogue: Catalogue,
  options: LedgerOptions = {},
): Promise<LedgerReading & { records: LedgerRecord[] }> {
  const records: LedgerRecord[] = []
  const keep = (some: LedgerRecord[]) => {
    for (const record of some) records.push(record)
  }
  return { ...(await streamLedger(files, catalogue, keep, options)), records }
}

function sinkOf(reading: LedgerReading, file: string, keep: (record: LedgerRecord) => void): Sink {
  return {
    record(record) {
      reading.recordCount += 1
      const { unitName, source } = record
      if (unitName !== null && !reading.units.has(unitName)) reading.units.set(unitName, { sheet: source.sheet, row: source.row })
      keep(record)
    },
    error(sheet, cell, message) {
      reading.errorCount += 1
      if (reading.errors.length < listedErrors) reading.errors.push({ file, sheet, cell, message })
    },
  }
}
