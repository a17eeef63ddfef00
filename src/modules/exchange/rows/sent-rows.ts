import type { Cell, Row } from './cell.ts'

/** Rows as the worker sends them: every value once, and cells as numbers of values, row after row. */
export interface SentRows {
  values: Cell[]
  indexes: Uint32Array
  lengths: Uint16Array
  cells: Uint32Array
}

export function rowsOf({ values, indexes, lengths, cells }: SentRows): Row[] {
  const rows: Row[] = []
  let at = 0
  for (let row = 0; row < indexes.length; row += 1) {
    const end = at + (lengths[row] ?? 0)
    const own: Cell[] = []
    for (; at < end; at += 1) own.push(values[cells[at] ?? 0] ?? null)
    rows.push({ index: indexes[row] ?? 0, cells: own })
  }
  return rows
}
