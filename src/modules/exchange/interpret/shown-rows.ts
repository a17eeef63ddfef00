import type { ShownRow } from '../reading.ts'
import { cellText, type Row } from '../rows/cell.ts'

const firstRows = 60
const furtherRows = 200
const columns = 60
const characters = 120

/** The rows of a sheet that a person is shown: the first ones, and further down those that were left out or have an error. */
export function showRow(shown: ShownRow[], row: Row, as: ShownRow['as']): void {
  if (shown.length >= firstRows && (as === 'record' || shown.length >= firstRows + furtherRows)) return
  const cells = row.cells.slice(0, columns).map((cell) => cellText(cell).slice(0, characters))
  shown.push({ row: row.index + 1, cells, as })
}
