import { isBlank, type Cell, type Merge, type Row } from '../rows/cell.ts'

/** Gives each row of cells joined downwards the value that stands in the first of them. */
export interface FillDown {
  cell(row: Row, column: number): Cell | undefined
}

/** `columns` are those whose value holds for every joined row; a joined number counts once, in its first row. */
export function fillsDown(merges: Merge[], columns: number[]): FillDown {
  const byColumn = new Map<number, Merge[]>()
  for (const merge of merges) {
    if (merge.bottom > merge.top && columns.includes(merge.left)) listOf(byColumn, merge.left).push(merge)
  }
  if (byColumn.size === 0) return { cell: (row, column) => row.cells[column] }
  for (const list of byColumn.values()) list.sort((a, b) => a.top - b.top)
  const at = new Map<number, number>()
  const first = new Map<number, Cell | undefined>()
  return {
    cell(row, column) {
      const list = byColumn.get(column)
      const own = row.cells[column]
      if (list === undefined) return own
      let next = at.get(column) ?? 0
      while ((list[next]?.bottom ?? Number.POSITIVE_INFINITY) < row.index) next += 1
      at.set(column, next)
      const merge = list[next]
      if (merge === undefined || row.index < merge.top) return own
      if (row.index === merge.top) first.set(column, own)
      return isBlank(own) ? first.get(column) : own
    },
  }
}

function listOf(byColumn: Map<number, Merge[]>, column: number): Merge[] {
  const list = byColumn.get(column) ?? []
  byColumn.set(column, list)
  return list
}
