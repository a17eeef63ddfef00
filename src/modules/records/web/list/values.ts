import { readableDate, readableNumber, type Language } from '../../../../web/ui/formats.ts'
import type { KindDescription, KindField, RecordRow } from '../../contract/list.ts'

export function titleOf({ title, en }: { title: string; en: string | null }, language: Language): string {
  return language === 'en' && en !== null ? en : title
}

/** The value of a field as people read it, or null where there is none. */
export function shownValue(field: KindField, value: RecordRow['fields'][string] | null | undefined, language: Language): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'number') return field.measure === null ? readableNumber(value) : `${readableNumber(value)} ${field.measure}`
  if (Array.isArray(value)) return value.map((single) => shownText(field, single, language)).join('、')
  return shownText(field, value, language)
}

function shownText(field: KindField, value: string, language: Language): string {
  if (field.type === 'date') return readableDate(value, language)
  const known = field.values.find(({ id }) => id === value)
  return known === undefined ? value : titleOf(known, language)
}

export function stateTitle(kind: KindDescription, id: string | null, language: Language): string {
  const state = kind.states.find((each) => each.id === id)
  return state === undefined ? (id ?? '—') : titleOf(state, language)
}

export const unitColumn = '@unit'
export const recordedColumn = '@recorded'
export const workflowColumn = '@state'
const usualFields = 3

/** The columns of a list whose address names none: unit, and the first facets and numbers of the kind. */
export function usualColumns({ fields, occurred, naming, states, units }: KindDescription): string[] {
  const telling = fields.filter(({ id, facet, type }) => id !== occurred && id !== naming && (facet || type === 'integer' || type === 'decimal'))
  return [
    ...(units.length > 1 ? [unitColumn] : []),
    ...(states.length > 0 ? [workflowColumn] : []),
    ...telling.slice(0, usualFields).map(({ id }) => id),
  ]
}

/** The columns that can be chosen, in the order of the form. */
export function possibleColumns({ fields, occurred, naming, states }: KindDescription): string[] {
  const others = fields.filter(({ id }) => id !== occurred && id !== naming).map(({ id }) => id)
  return [unitColumn, ...(states.length > 0 ? [workflowColumn] : []), ...others, recordedColumn]
}
