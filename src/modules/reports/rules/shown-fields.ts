import type { Field } from '../../packs/schema/kind.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'

/** The facets of a figure by their titles. */
export function shownFacets(catalogue: Catalogue, metricId: string, facets: Record<string, string>): { facet: string; value: string }[] {
  const kind = catalogue.kinds.get(catalogue.metrics.get(metricId)?.kind ?? '')
  return Object.entries(facets).map(([id, value]) => {
    const field = kind?.fields[id]
    return { facet: field?.title ?? id, value: catalogue.vocabularies.get(field?.vocabulary ?? '')?.values[value]?.title ?? value }
  })
}

/** The fields of a record with their titles, values of a vocabulary by their titles, in the order of the kind. */
export function shownFields(catalogue: Catalogue, kindId: string, fields: Record<string, unknown>): { title: string; value: string }[] {
  const kind = catalogue.kinds.get(kindId)
  if (kind === undefined) return []
  return Object.entries(kind.fields).flatMap(([id, field]) => {
    const value = fields[id]
    if (value === undefined || value === null || value === '' || id === kind.naming || id === kind.occurred) return []
    return [{ title: field.title, value: shownValue(catalogue, field, value) }]
  })
}

/** What differs between two versions of a record, field by field, in the order of the kind. */
export function fieldDifferences(
  catalogue: Catalogue,
  kindId: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): { title: string; before: string; after: string }[] {
  return Object.entries(catalogue.kinds.get(kindId)?.fields ?? {}).flatMap(([id, field]) => {
    if (JSON.stringify(before[id]) === JSON.stringify(after[id])) return []
    return [{ title: field.title, before: shownValue(catalogue, field, before[id]), after: shownValue(catalogue, field, after[id]) }]
  })
}

function shownValue(catalogue: Catalogue, field: Field, value: unknown): string {
  if (value === undefined || value === null || value === '') return ''
  const values = catalogue.vocabularies.get(field.vocabulary ?? '')?.values ?? {}
  const texts = (Array.isArray(value) ? value : [value]).map((one) => values[String(one)]?.title ?? String(one))
  return `${texts.join('、')}${field.measure ?? ''}`
}
