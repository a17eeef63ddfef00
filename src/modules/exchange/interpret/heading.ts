import { cellText, isBlank, type Merge, type Row } from '../rows/cell.ts'
import { parseDate } from './dates.ts'
import type { Names } from './names.ts'
import { headingForms } from './normal.ts'

/** The heading of a sheet: 0-based rows, and per column what it says, parent and child of two rows apart. */
export interface Heading {
  rows: number[]
  columns: { column: number; text: string; parent: string }[]
}

const searchedRows = 30

/** The heading among the first rows: the one, or the two together, with most cells that some kind knows. */
export function findHeading(rows: Row[], merges: Merge[], names: Names): Heading | null {
  let best: Heading | null = null
  let most = 2
  const first = rows.slice(0, searchedRows)
  first.forEach((row, at) => {
    const next = first[at + 1]
    for (const heading of [oneRow(row), next === undefined ? null : twoRows(row, next, merges)]) {
      if (heading === null) continue
      // Of a row and the same row under a title, the row alone.
      const likeness = 2 * knownIn(heading, names) - (heading.rows.length - 1)
      if (likeness <= most) continue
      best = heading
      most = likeness
    }
  })
  return best
}

/** The heading in these rows (0-based), as a person pointed at them; null when they are not among the first rows. */
export function headingAt(rows: Row[], at: number[], merges: Merge[]): Heading | null {
  const [upper, lower] = at.map((index) => rows.find((row) => row.index === index))
  if (upper === undefined) return null
  return (lower === undefined ? null : twoRows(upper, lower, merges)) ?? oneRow(lower ?? upper)
}

/** What the cells above the heading say: titles, 填报单位：…. */
export const titleAbove = (rows: Row[], heading: Heading): string =>
  rows.filter((row) => row.index < (heading.rows[0] ?? 0)).flatMap((row) => row.cells.map(cellText)).join(' ').slice(0, 500)

/** The unit that the cells above the heading name: 填报单位（盖章）：云江市交通运输局. Not 单位：万元. */
export const unitAbove = (title: string): string | null =>
  /(?:(?:填报|报送|上报|填表)(?:单位|部门|科室)|单位名称|部门|科室)(?:[(（][^)）]{1,6}[)）])?\s*[:：]\s*([^\s:：,，。;；()（）_]{2,30})/.exec(title)?.[1] ?? null

const oneRow = (row: Row): Heading => ({
  rows: [row.index],
  columns: row.cells.flatMap((cell, column) => (isHeadingText(cellText(cell)) ? [{ column, text: cellText(cell), parent: '' }] : [])),
})

function twoRows(upper: Row, lower: Row, merges: Merge[]): Heading | null {
  if (lower.index !== upper.index + 1 || upper.cells.filter((cell) => !isBlank(cell)).length < 2) return null
  if (!lower.cells.every((cell) => isBlank(cell) || (typeof cell === 'string' && isHeadingText(cell.trim())))) return null
  const columns: Heading['columns'] = []
  let carried = ''
  for (let column = 0; column < Math.max(upper.cells.length, lower.cells.length); column++) {
    const top = cellText(upper.cells[column])
    const bottom = cellText(lower.cells[column])
    if (top !== '') carried = top
    else if (!joinedToLeft(merges, upper.index, column)) carried = ''
    if (bottom !== '') columns.push({ column, text: bottom, parent: carried })
    else if (isHeadingText(top)) columns.push({ column, text: top, parent: '' })
  }
  return { rows: [upper.index, lower.index], columns }
}

/** Where merges are known they decide; without any (a CSV) an empty cell continues the one on its left. */
const joinedToLeft = (merges: Merge[], row: number, column: number) =>
  merges.length === 0 || merges.some(({ top, bottom, left, right }) => top <= row && row <= bottom && left < column && column <= right)

function isHeadingText(text: string): boolean {
  if (text === '' || text.length > 40 || /^[\d.,%]+$/.test(text)) return false
  return !/\d/.test(text) || 'error' in parseDate(text, { year: 2000, since1904: false, monthly: true })
}

const knownIn = (heading: Heading, names: Names) =>
  heading.columns.filter((column) => namesOfColumn(column).some((name) => names.headings.has(name))).length

/** The forms under which a column may be known, the fullest first. */
export function namesOfColumn({ text, parent }: { text: string; parent: string }): string[] {
  const forms = headingForms(text)
  if (parent === '') return forms
  return [...headingForms(parent).flatMap((above) => forms.map((form) => `${above}${form}`)), ...forms]
}
