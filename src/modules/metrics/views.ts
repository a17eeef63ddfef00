import type { Catalogue } from '../packs/schema/pack.ts'
import type { RecordFields } from '../records/tables.ts'
import type { MetricView } from './contract.ts'

/** A metric as pages name it. */
export function metricView(catalogue: Catalogue, id: string): MetricView | null {
  const metric = catalogue.metrics.get(id)
  if (metric === undefined) return null
  const { title, en = null, pack, kind, form, measures } = metric
  const phrases = [...metric.phrases, ...metric.phrasesFrom.flatMap((field) => titlesOf(catalogue, catalogue.kinds.get(kind)?.fields[field]?.vocabulary))]
  return {
    metric: id, title, en, pack, packTitle: catalogue.packs.find((one) => one.id === pack)?.title ?? pack,
    kind, kindTitle: catalogue.kinds.get(kind)?.title ?? kind, form, measure: measures[0] ?? '', phrases,
  }
}

function titlesOf(catalogue: Catalogue, vocabulary: string | undefined): string[] {
  return Object.values(catalogue.vocabularies.get(vocabulary ?? '')?.values ?? {}).map(({ title }) => title)
}

/** What a figure reads of a record, in words: its facets and numbers, in the order of the kind. */
export function readFields(catalogue: Catalogue, kindId: string, fields: RecordFields): { title: string; value: string }[] {
  return Object.entries(catalogue.kinds.get(kindId)?.fields ?? {}).flatMap(([id, { title, facet, type, vocabulary, measure = '' }]) => {
    const value = fields[id]
    if (value === undefined || (!facet && type !== 'integer' && type !== 'decimal')) return []
    return [{ title, value: `${[value].flat().map((one) => valueTitle(catalogue, vocabulary, String(one))).join('、')}${measure}` }]
  })
}

/** The title of a value, or the word itself where the vocabulary is open. */
export function valueTitle(catalogue: Catalogue, vocabulary: string | undefined, value: string): string {
  const values = catalogue.vocabularies.get(vocabulary ?? '')?.values ?? {}
  return Object.hasOwn(values, value) ? (values[value]?.title ?? value) : value
}
