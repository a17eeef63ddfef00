import type { Field } from '../../packs/schema/kind.ts'
import type { Vocabulary } from '../../packs/schema/vocabulary.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { KindNeed } from './needs.ts'

export interface TemplateColumn {
  heading: string
  rank: 'numbering' | 'required' | 'used' | 'other'
  field: Field | null
  /** Titles to choose from, those the report speaks of first. */
  titles: string[]
  /** Whether other words than the titles are refused. */
  closed: boolean
  example: string
  width: number
}

export const unitHeading = '填报单位'

/** Numbering, what must be filled, the unit, what this report counts by, and the rest. */
export function templateColumns(need: KindNeed, catalogue: Catalogue): TemplateColumn[] {
  const kind = catalogue.kinds.get(need.kind)
  if (kind === undefined) return []
  const columns = Object.entries(kind.fields).map(([id, field]) => fieldColumn(id, field, need, catalogue))
  const of = (rank: TemplateColumn['rank']) => columns.filter((column) => column.rank === rank)
  return [
    plain('序号', 'numbering', '示例', 7),
    ...of('required'),
    plain(unitHeading, 'used', '办公室', 14),
    ...of('used'),
    ...of('other'),
  ]
}

const plain = (heading: string, rank: TemplateColumn['rank'], example: string, width: number): TemplateColumn => ({
  heading,
  rank,
  field: null,
  titles: [],
  closed: false,
  example,
  width,
})

function fieldColumn(id: string, field: Field, need: KindNeed, catalogue: Catalogue): TemplateColumn {
  const vocabulary = field.vocabulary === undefined ? undefined : catalogue.vocabularies.get(field.vocabulary)
  const titles = vocabulary === undefined ? [] : titlesOf(vocabulary, need.values.get(id) ?? new Set())
  return {
    heading: headingOf(field),
    rank: field.required ? 'required' : need.fields.has(id) || (field.facet && field.many > 1) ? 'used' : 'other',
    field,
    titles,
    closed: vocabulary !== undefined && !vocabulary.open && field.many === 1,
    example: exampleOf(field, titles, need.values.has(id)),
    width: widthOf(field),
  }
}

/** The measure belongs to the heading, so that nobody has to guess: 罚没金额（万元）. */
const headingOf = (field: Field) => (field.measure === undefined ? field.title : `${field.title}（${field.measure}）`)

function titlesOf(vocabulary: Vocabulary, used: Set<string>): string[] {
  const ids = [...Object.keys(vocabulary.values).filter((id) => used.has(id)), ...Object.keys(vocabulary.values).filter((id) => !used.has(id))]
  return ids.map((id) => vocabulary.values[id]?.title ?? id)
}

/** A choice that the report does not speak of is no example: it would only mislead. */
function exampleOf(field: Field, titles: string[], spokenOf: boolean): string {
  if (field.example !== undefined) return field.example
  if (field.type === 'integer') return '20'
  if (field.type === 'decimal') return '3.5'
  if (field.type === 'date') return '2026-03-20'
  if (!field.required && !spokenOf) return ''
  return titles[0] ?? (field.required ? `${field.title}的名称` : '')
}

function widthOf(field: Field): number {
  const least = field.title.length * 2 + (field.measure?.length ?? 0) * 2 + 4
  const usual = { text: field.required ? 36 : 20, date: 14, integer: 11, decimal: 12, choice: 18 }[field.type]
  return Math.max(usual, Math.min(least, 24))
}
