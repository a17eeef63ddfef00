import type { DocxLimits } from '../../../engine/docx/limits.ts'

/** Bounds of one ledger file, checked before and while it is read. */
export interface LedgerLimits {
  zip: DocxLimits
  /** Excel's own last row; a stream of hucre has none. */
  rows: number
  columns: number
  /** Of all sheets together, empty ones inside a row included. */
  cells: number
  cellCharacters: number
  sheets: number
  milliseconds: number
  /** Sheets whose XML is larger are read without their merges, and say so: it has to be held in one piece. */
  scannedBytes: number
}

export const ledgerLimits: LedgerLimits = {
  zip: {
    fileBytes: 200 * 2 ** 20,
    entries: 5_000,
    totalBytes: 1024 * 2 ** 20,
    partBytes: 32 * 2 ** 20,
    ratio: 250,
    ratioFromBytes: 16 * 2 ** 20,
    elements: 0,
    attributes: 0,
    depth: 0,
  },
  rows: 1_048_576,
  columns: 2_000,
  cells: 20_000_000,
  cellCharacters: 32_767,
  sheets: 300,
  milliseconds: 180_000,
  scannedBytes: 256 * 2 ** 20,
}
