/** A cell as read; dates of Excel arrive as 'YYYY-MM-DD', an empty cell as null. */
export type Cell = string | number | boolean | null

/** `index` is 0-based as in the file; trailing empty cells are left out. */
export interface Row {
  index: number
  cells: Cell[]
}

/** Cells joined into one; 0-based, ends included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** A sheet before its rows: what its name, its merges and its formulas without a result say. */
export interface SheetHead {
  name: string
  hidden: boolean
  /** Whether plain serial numbers count from 1904. */
  since1904: boolean
  merges: Merge[]
  /** Names of cells whose formula was never computed. */
  uncomputed: ReadonlySet<string>
  /** True when the sheet was too large to look for merges and such formulas. */
  unscanned: boolean
}

/** The next rows of a sheet, in order; the last chunk of a sheet has `last`. */
export interface SheetChunk {
  head: SheetHead
  rows: Row[]
  last: boolean
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** A → 0, AA → 26. */
export function columnIndex(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64)
  return column - 1
}

/** 0-based row and column → B7. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** What a person sees in the cell, trimmed. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return String(cell).trim()
}
