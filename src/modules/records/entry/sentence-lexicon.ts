import type { SentenceKind, SentenceLexicon } from '../../../engine/sentence/lexicon.ts'
import { lexiconOf } from '../../packs/lexicon.ts'
import type { Kind } from '../../packs/schema/kind.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'

const built = new WeakMap<Catalogue, Omit<SentenceLexicon, 'units'>>()

/** What one sentence is read with: how reports speak of each kind, its fields, and the words of its vocabularies. */
export function sentenceLexicon(catalogue: Catalogue): Omit<SentenceLexicon, 'units'> {
  const known = built.get(catalogue)
  if (known !== undefined) return known
  const { metrics, vocabularies } = lexiconOf(catalogue)
  const kinds = [...catalogue.kinds].map(([id, kind]) => {
    const own = metrics.filter((metric) => metric.kind === id)
    const counting = own.filter((metric) => countsThem(catalogue, metric.id))
    const spoken = (counting.length > 0 ? counting : own.filter(({ form }) => form === 'sum')).flatMap(({ phrases }) => phrases)
    return sentenceKind(id, kind, [kind.title, ...kind.sheets, ...spoken])
  })
  const lexicon = { kinds, vocabularies }
  built.set(catalogue, lexicon)
  return lexicon
}

/** How much there was, or what became of it, is said of many kinds; how many there were, of one. */
function countsThem(catalogue: Catalogue, id: string): boolean {
  const metric = catalogue.metrics.get(id)
  return metric?.form === 'count' || (metric?.form === 'sum' && metric.absent !== undefined)
}

function sentenceKind(id: string, kind: Kind, phrases: string[]): SentenceKind {
  return {
    id,
    phrases: [...new Set(phrases)].filter((phrase) => phrase.replace('…', '').length > 1),
    occurred: kind.occurred,
    naming: kind.naming,
    fields: Object.entries(kind.fields).map(([field, { type, title, names, vocabulary, required, many, measure, digits }]) => ({
      id: field, type, names: [title, ...names], vocabulary: vocabulary ?? null, required, many, measure: measure ?? null, digits: digits ?? 0,
    })),
  }
}
