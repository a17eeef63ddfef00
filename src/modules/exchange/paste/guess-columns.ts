import type { FieldValue } from '../reading.ts'
import { readerOf } from '../interpret/fields.ts'
import type { KindNames, Names } from '../interpret/names.ts'
import { normal } from '../interpret/normal.ts'

/** What the columns of rows without a heading are, told by what stands in them; null where nothing fits. */
export function guessColumns(rows: string[][], { kind }: KindNames, names: Names, year: number): (string | null)[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const fits = Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '')
    return Object.entries(kind.fields).map(([field, definition], order) => {
      const read = readerOf(definition, definition.title, names, { year, since1904: false })
      const share = cells.filter((cell) => says(definition, cell, read(cell), names)).length / Math.max(cells.length, 1)
      const weight = { date: 3, choice: 2, integer: 1, decimal: 1, text: field === kind.naming ? 0.9 : 0.1 }[definition.type]
      return { column, field, fit: share < 0.6 ? 0 : share * weight - order / 1000 + lengthOf(cells, field === kind.naming) }
    })
  })
  const guessed: (string | null)[] = Array.from({ length: width }, () => null)
  const taken = new Set<string>()
  for (const { column, field, fit } of fits.toSorted((a, b) => b.fit - a.fit)) {
    if (fit <= 0 || guessed[column] !== null || taken.has(field)) continue
    guessed[column] = field
    taken.add(field)
  }
  return guessed
}

/** A text says anything; a choice only where the whole cell is a word of its vocabulary: a name contains such words too. */
function says(definition: KindNames['kind']['fields'][string], cell: string, parsed: { value: FieldValue } | { error: string }, names: Names): boolean {
  if ('error' in parsed) return false
  if (definition.type === 'text') return !/^[\d.,%]+$/.test(cell)
  if (definition.type !== 'choice') return true
  const exact = names.choices.get(definition.vocabulary ?? '')?.exact
  return cell.split(/[、,，/;；]/).every((word) => exact?.has(normal(word)) === true)
}

/** Names are longer than other words of a row. */
function lengthOf(cells: string[], isNaming: boolean): number {
  const average = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(cells.length, 1)
  return isNaming ? Math.min(average, 20) / 5 - 1 : 0
}
