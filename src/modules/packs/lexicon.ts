import type { Lexicon, LexiconMetric, LexiconValue } from '../../engine/claims/slot.ts'
import type { Kind } from './schema/kind.ts'
import type { Metric } from './schema/metric.ts'
import type { Catalogue } from './schema/pack.ts'
import type { Vocabulary } from './schema/vocabulary.ts'

/** What reading a report matches against: every metric with all its phrases, every vocabulary with its synonyms. */
export function lexiconOf(catalogue: Catalogue): Lexicon {
  const metrics: LexiconMetric[] = []
  for (const [id, metric] of catalogue.metrics) {
    const kind = catalogue.kinds.get(metric.kind)
    if (kind !== undefined) metrics.push(lexiconMetric(id, metric, kind, catalogue))
  }
  const vocabularies: Record<string, LexiconValue[]> = {}
  for (const [id, vocabulary] of catalogue.vocabularies) vocabularies[id] = valuesOf(vocabulary)
  return { metrics, vocabularies }
}

function lexiconMetric(id: string, metric: Metric, kind: Kind, catalogue: Catalogue): LexiconMetric {
  const spoken = speaker(metric, catalogue)
  return {
    id,
    title: metric.title,
    kind: metric.kind,
    kindTitle: kind.title,
    form: metric.form,
    measures: metric.measures,
    phrases: [...new Set([...spoken.phrases, ...facetPhrases(spoken, kind, catalogue)])],
    facets: facetsOf(metric, kind),
    where: metric.where,
    spoken: spoken.phrasesFrom,
    narrowsPart: metric.narrows === 'part',
    of: metric.of,
  }
}

/** The metric whose phrases count: a change is spoken of in the words of what changes. */
function speaker(metric: Metric, catalogue: Catalogue): Metric {
  if (metric.of === undefined || metric.phrases.length + metric.phrasesFrom.length > 0) return metric
  return catalogue.metrics.get(metric.of) ?? metric
}

/** Titles and synonyms of the values that `phrasesFrom` names, only the possible ones where the metric fixes them. */
function facetPhrases(metric: Metric, kind: Kind, catalogue: Catalogue): string[] {
  return metric.phrasesFrom.flatMap((facet) => {
    const vocabulary = catalogue.vocabularies.get(kind.fields[facet]?.vocabulary ?? '')
    if (vocabulary === undefined) return []
    const fixed = metric.where[facet]
    return valuesOf(vocabulary)
      .filter(({ id }) => fixed === undefined || fixed.includes(id))
      .flatMap(({ title, synonyms }) => [title, ...synonyms])
  })
}

/** Facets with a vocabulary that a binding may still narrow. */
function facetsOf(metric: Metric, kind: Kind): Record<string, string> {
  const facets: Record<string, string> = {}
  for (const [id, field] of Object.entries(kind.fields)) {
    if (!field.facet || field.vocabulary === undefined || metric.where[id] !== undefined) continue
    // What a rate measures is fixed by its numerator; only a share that narrows its part is bound by it.
    if (metric.narrows === 'where' && (metric.part?.[id] !== undefined || metric.excluding[id] !== undefined)) continue
    if (metric.facets === undefined || metric.facets.includes(id)) facets[id] = field.vocabulary
  }
  return facets
}

function valuesOf(vocabulary: Vocabulary): LexiconValue[] {
  return Object.entries(vocabulary.values).map(([id, { title, synonyms }]) => ({ id, title, synonyms }))
}
