import type { Kind } from '../../packs/schema/kind.ts'
import type { Heading } from './heading.ts'
import { namesOfColumn } from './heading.ts'
import { isNumbering, unitRank, type KindNames } from './names.ts'

export interface Match {
  column: number
  heading: string
  /** Field id, `unit`, or null when the column is not used. */
  field: string | null
  how: 'equal' | 'contained' | 'given' | 'unit' | 'numbering' | 'unused'
}

/** Columns to fields of one kind: equal names first, titles before other names, then names that contain one another. */
export function matchColumns(heading: Heading, { fields }: KindNames): Match[] {
  const taken = new Set<string>()
  const found = new Map<number, Match>()
  const take = (column: Heading['columns'][number], field: string, how: Match['how']) => {
    taken.add(field)
    found.set(column.column, { column: column.column, heading: headingOf(column), field, how })
  }
  const equal = heading.columns.flatMap((column) =>
    namesOfColumn(column).flatMap((name) => (fields.get(name) ?? []).map(({ field, rank }) => ({ column, field, rank }))),
  )
  for (const { column, field } of equal.sort((a, b) => a.rank - b.rank || a.column.column - b.column.column)) {
    if (!taken.has(field) && !found.has(column.column)) take(column, field, 'equal')
  }
  const unit = heading.columns
    .filter((column) => !found.has(column.column) && unitRank(column.text) >= 0)
    .sort((a, b) => unitRank(a.text) - unitRank(b.text))[0]
  if (unit !== undefined) take(unit, 'unit', 'unit')
  const rest = heading.columns.filter((column) => !found.has(column.column) && !isNumbering(column.text) && unitRank(column.text) < 0)
  const similar = rest.flatMap((column) => similarities(column, fields).map((similarity) => ({ column, ...similarity })))
  for (const { column, field } of similar.sort((a, b) => b.likeness - a.likeness)) {
    if (!taken.has(field) && !found.has(column.column)) take(column, field, 'contained')
  }
  return heading.columns.map((column) => found.get(column.column) ?? unused(column))
}

const datelike = /(?:日期|时间|时点)$/
const namelike = /(?:名称|事项|内容|标题|题目|事由|主题|摘要|项目)$/

/** Gives the kind's date and its naming field, where nothing told them, the first unused column that sounds like one. */
export function matchGeneric(matches: Match[], kind: Kind): Match[] {
  const given = [...matches]
  for (const [field, words] of [[kind.occurred, datelike], [kind.naming, namelike]] as const) {
    if (given.some((match) => match.field === field)) continue
    const at = given.findIndex(({ how, heading }) => how === 'unused' && words.test(heading.replace(/[(（].*$/, '')))
    const match = given[at]
    if (match !== undefined) given[at] = { ...match, field, how: 'contained' }
  }
  return given
}

function similarities(column: Heading['columns'][number], fields: KindNames['fields']): { field: string; likeness: number }[] {
  const found: { field: string; likeness: number }[] = []
  for (const name of namesOfColumn(column)) {
    for (const [known, claims] of fields) {
      const likeness = likenessOf(name, known)
      const claim = claims[0]
      if (likeness > 0 && claim !== undefined) found.push({ field: claim.field, likeness })
    }
  }
  return found
}

/** Chinese names carry their noun last, so a shared ending counts more: 会议召开时间 is a 召开时间. */
function likenessOf(heading: string, known: string): number {
  if (known.length < 2 || heading.length < 2) return 0
  const coverage = Math.min(heading.length, known.length) / Math.max(heading.length, known.length)
  if (heading.endsWith(known)) return 1 + coverage
  if (heading.startsWith(known) && coverage >= 0.5) return coverage
  return known.endsWith(heading) && coverage >= 0.5 && heading.length >= 3 ? 0.5 + coverage : 0
}

const unused = (column: Heading['columns'][number]): Match => ({
  column: column.column,
  heading: headingOf(column),
  field: null,
  how: isNumbering(column.text) ? 'numbering' : 'unused',
})

export const headingOf = ({ text, parent }: { text: string; parent: string }): string =>
  (parent === '' ? text : `${parent}·${text}`).replace(/\s+/g, '')
