import type { z } from 'zod'
import type { Kind } from '../packs/schema/kind.ts'
import type { Metric } from '../packs/schema/metric.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { findMetrics } from './contract/reading.ts'

type Query = z.output<typeof findMetrics.query>
type Found = z.output<typeof findMetrics.reply>['metrics'][number]
type Known = Metric & { id: string; pack: string }

/** Metrics by what people type: words of the title count most, then the phrases by which reports speak of them. */
export function metricsFound(catalogue: Catalogue, { search, metric, limit }: Query): z.output<typeof findMetrics.reply> {
  const all = [...catalogue.metrics.values()]
  if (metric !== undefined) {
    const one = all.filter(({ id }) => id === metric)
    return { total: one.length, metrics: one.flatMap((known) => described(catalogue, known)) }
  }
  const ranked = all
    .map((known) => ({ known, score: scoreOf(known, catalogue.kinds.get(known.kind), search) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.known.title.localeCompare(b.known.title, 'zh'))
  return { total: ranked.length, metrics: ranked.slice(0, limit).flatMap(({ known }) => described(catalogue, known)) }
}

/** Nought where nothing fits. Without words everything fits alike. */
function scoreOf(metric: Known, kind: Kind | undefined, search: string): number {
  const words = search.trim()
  if (words === '') return 1
  const texts = [metric.title, ...metric.phrases.map((phrase) => phrase.replace('…', '')), kind?.title ?? '']
  const parts = words.split(/\s+/)
  if (parts.every((part) => metric.title.includes(part))) return metric.title === words ? 10 : 8
  if (parts.every((part) => texts.some((text) => text.includes(part)))) return 6
  const best = Math.max(...texts.map((text) => sharedPairs(text, words)))
  return best >= leastShared ? 4 * best : 0
}

const leastShared = 0.34

/** Share of the pairs of characters of what was typed that a text has too. */
function sharedPairs(text: string, words: string): number {
  const pairs = [...words].slice(1).map((_, at) => words.slice(at, at + 2))
  return pairs.length === 0 ? 0 : pairs.filter((pair) => text.includes(pair)).length / pairs.length
}

function described(catalogue: Catalogue, { id, title, pack, kind: kindId, form, measures, phrases, facets }: Known): Found[] {
  const kind = catalogue.kinds.get(kindId)
  if (kind === undefined) return []
  const narrowing = (facets ?? Object.keys(kind.fields)).filter((field) => kind.fields[field]?.facet)
  return [{
    metric: id, title, pack, kind: kindId, kindTitle: kind.title, form, measures, phrases: phrases.slice(0, 12),
    facets: narrowing.map((field) => {
      const vocabulary = catalogue.vocabularies.get(kind.fields[field]?.vocabulary ?? '')
      const values = Object.entries(vocabulary?.values ?? {}).map(([value, one]) => ({ value, title: one.title }))
      return { facet: field, title: kind.fields[field]?.title ?? field, open: vocabulary?.open ?? true, values }
    }),
  }]
}
