import type { Everything, KindEntry, MetricEntry, VocabularyEntry } from './questions.ts'

export interface Narrowing {
  words: string
  pack: string | null
}

/** What of a catalogue holds every word, in titles, ids, phrases, fields, values and their synonyms. */
export function searched({ kinds, metrics, vocabularies }: Everything, { words, pack }: Narrowing): Everything {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = <T extends { pack: string }>(textOf: (entry: T) => string) => (entry: T) => {
    const text = textOf(entry).toLowerCase()
    return (pack === null || entry.pack === pack) && wanted.every((word) => text.includes(word))
  }
  return { kinds: kinds.filter(fits(kindText)), metrics: metrics.filter(fits(metricText)), vocabularies: vocabularies.filter(fits(vocabularyText)) }
}

function kindText({ id, title, en, sheets, fields }: KindEntry): string {
  return [id, title, en, ...sheets, ...Object.entries(fields).flatMap(([field, one]) => [field, one.title, ...one.names])].join(' ')
}

function metricText({ id, title, en, phrases, measures }: MetricEntry): string {
  return [id, title, en, ...phrases, ...measures].join(' ')
}

function vocabularyText({ id, title, values }: VocabularyEntry): string {
  return [id, title, ...Object.entries(values).flatMap(([value, one]) => [value, one.title, ...one.synonyms])].join(' ')
}
