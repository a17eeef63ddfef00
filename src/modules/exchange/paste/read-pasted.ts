import type { z } from 'zod'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { checkFields } from '../../records/rules.ts'
import type { readPasted } from '../contract/paste.ts'
import { matchColumns, matchGeneric, type Match } from '../interpret/columns.ts'
import { findHeading } from '../interpret/heading.ts'
import { findKind } from '../interpret/kind.ts'
import { namesOf, type KindNames, type Names } from '../interpret/names.ts'
import { rowReader } from '../interpret/row-reader.ts'
import { columnIndex, isBlank, type Row, type SheetHead } from '../rows/cell.ts'
import { guessColumns } from './guess-columns.ts'

type Pasted = z.output<typeof readPasted.body>
type Reading = z.output<typeof readPasted.reply>

/** Reads copied rows as a ledger's sheet is read; without a heading, by what stands in the columns. */
export function interpretPasted(catalogue: Catalogue, { rows, kind: said, columns }: Pasted, year: number): Reading {
  const names = namesOf(catalogue)
  const sheet = rows.map((cells, index): Row => ({ index, cells: cells.map((cell) => (cell.trim() === '' ? null : cell)) }))
  const heading = findHeading(sheet.slice(0, 3), [], names)
  const headingRows = heading === null ? 0 : (heading.rows.at(-1) ?? -1) + 1
  const chosen = names.kinds.find(({ id }) => id === said)
  const found = chosen !== undefined || heading === null ? null : findKind('', '', heading, names)
  const kind = chosen ?? found?.kind ?? null
  if (kind === null) return { kind: null, reason: found?.reason ?? '没有表头，请选这些行属于哪种台账', headingRows, columns: [], records: [] }
  const body = sheet.slice(headingRows).filter((row) => !row.cells.every(isBlank))
  const matches = columns !== undefined
    ? asSaid(columns)
    : heading === null
      ? asSaid(guessColumns(body.map(({ index }) => rows[index] ?? []), kind, names, year))
      : (found?.kind != null ? found.matches : matchGeneric(matchColumns(heading, kind), kind.kind))
  const width = Math.max(0, ...rows.map((row) => row.length))
  const fields = Array.from({ length: width }, (_, column) => matches.find((match) => match.column === column)?.field ?? null)
  return { kind: kind.id, reason: '', headingRows, columns: fields, records: recordsOf(body, { catalogue, kind, matches, names, year, fields }) }
}

function asSaid(columns: (string | null)[]): Match[] {
  return columns.map((field, column) => ({ column, heading: field ?? '', field, how: field === 'unit' ? 'unit' : field === null ? 'unused' : 'equal' }))
}

interface Understood {
  catalogue: Catalogue
  kind: KindNames
  matches: Match[]
  names: Names
  year: number
  fields: (string | null)[]
}

function recordsOf(body: Row[], { catalogue, kind, matches, names, year, fields: columns }: Understood): Reading['records'] {
  const head: SheetHead = { name: '', hidden: false, since1904: false, merges: [], uncomputed: new Set(), unscanned: false }
  const reader = rowReader(head, kind, matches, names, year)
  return body.map((row) => {
    const { unitName, fields, errors } = reader.read(row)
    const told = errors.map(({ cell, message }) => ({ column: columnIndex(/^[A-Z]+/.exec(cell)?.[0] ?? 'A'), message }))
    const missed = checkFields(catalogue, kind.id, fields)
      .map(({ field, title, problem }) => ({ column: columns.includes(field) ? columns.indexOf(field) : null, message: `${title}：${problem}` }))
      .filter(({ column }) => column === null || !told.some((error) => error.column === column))
    const inferred = told.filter(({ message }) => !message.startsWith('看不出'))
    return { row: row.index, unitName, fields, errors: [...inferred, ...missed] }
  })
}
