import type { SheetCorrection } from '../reading.ts'
import { columnLetters, type Row, type SheetHead } from '../rows/cell.ts'
import { headingOf, matchColumns, matchGeneric, type Match } from './columns.ts'
import { findHeading, headingAt, type Heading } from './heading.ts'
import { findKind, type KindFound } from './kind.ts'
import type { KindNames, Names } from './names.ts'

/** The heading: the rows a person pointed at, else the one that is found. */
export function headingOfSheet(rows: Row[], head: SheetHead, correction: SheetCorrection | undefined, names: Names): Heading | null {
  const given = correction?.headingRows
  return given === undefined ? findHeading(rows, head.merges, names) : headingAt(rows, given.map((row) => row - 1), head.merges)
}

/** The kind of a sheet and what its columns mean: as a person said, else as it is found. */
export function kindOfSheet(sheet: string, title: string, heading: Heading, correction: SheetCorrection | undefined, names: Names): KindFound {
  const given = names.kinds.find(({ id }) => id === correction?.kind)
  const found: KindFound =
    given === undefined
      ? findKind(sheet, title, heading, names)
      : { kind: given, matches: matchGeneric(matchColumns(heading, given), given.kind), reason: '由您指定' }
  if (found.kind === null || correction?.columns === undefined) return found
  return { ...found, matches: withColumns(found.matches, correction.columns, heading, found.kind) }
}

/** Columns as a person said; a field stands in one column only, so the one that had it before is freed. */
function withColumns(matches: Match[], columns: Record<string, string | null>, heading: Heading, { kind }: KindNames): Match[] {
  const known = (field: string | null) => field === null || field === 'unit' || kind.fields[field] !== undefined
  const given = new Map(Object.entries(columns).filter(([, field]) => known(field)))
  const taken = new Set([...given.values()].filter((field) => field !== null))
  return matches.map((match): Match => {
    const field = given.get(columnLetters(match.column))
    if (field === undefined) return match.field !== null && taken.has(match.field) ? { ...match, field: null, how: 'unused' } : match
    const column = heading.columns.find(({ column: at }) => at === match.column)
    const how = field === null ? 'unused' : field === 'unit' ? 'unit' : 'given'
    return { column: match.column, heading: column === undefined ? match.heading : headingOf(column), field, how }
  })
}
