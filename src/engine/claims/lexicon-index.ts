import { looseForms } from './loose-words.ts'
import { readable } from './reading.ts'
import type { Lexicon, LexiconMetric } from './slot.ts'

/** A phrase of a metric ready to match: its first part, and the part after 「…」 where it has one. */
export interface Phrase {
  head: string
  tail: string | null
  /** Characters that must be there; longer phrases say more. */
  weight: number
  metric: LexiconMetric
}

export interface Synonym {
  word: string
  id: string
  /** True for the title of the value, false for another word for it. */
  isTitle: boolean
}

export interface LexiconIndex {
  phrases: Map<string, Phrase[]>
  /** By vocabulary, longest word first. */
  synonyms: Map<string, Synonym[]>
  metrics: Map<string, LexiconMetric>
}

const indexes = new WeakMap<Lexicon, LexiconIndex>()

/** The lexicon by first two characters; built once for each lexicon. */
export function indexOf(lexicon: Lexicon): LexiconIndex {
  const known = indexes.get(lexicon)
  if (known !== undefined) return known
  const built: LexiconIndex = { phrases: new Map(), synonyms: new Map(), metrics: new Map() }
  for (const metric of lexicon.metrics) {
    built.metrics.set(metric.id, metric)
    for (const text of new Set(metric.phrases.flatMap((phrase) => (metric.spoken.includes('indicator') ? indicatorWords(readable(phrase)) : [readable(phrase)])))) addPhrase(built, metric, text)
  }
  for (const [id, values] of Object.entries(lexicon.vocabularies)) {
    const words = values.flatMap((value) => [value.title, ...value.synonyms].flatMap((text) => (id.endsWith('indicator') ? indicatorWords(text) : [text])).map((word, at) => ({ word: readable(word), id: value.id, isTitle: at === 0 })))
    built.synonyms.set(id, words.filter(({ word, id: own, isTitle }) => word.length > 1 && (isTitle || !isGeneric(word, own, words))).sort((a, b) => b.word.length - a.word.length))
  }
  indexes.set(lexicon, built)
  return built
}

const indicatorWords = (word: string): string[] => [...withoutCount(word), ...looseForms(word)]

/** 党员人数 is spoken of as 党员 before its number. */
function withoutCount(word: string): string[] {
  const bare = word.replace(/(?:总人数|总数量|人数|总数|数量|数)$/, '')
  return bare.length < 2 || bare === word ? [word] : [word, bare]
}

/** 检查 stands in the words of several sorts of 检查: alone it says none of them. */
function isGeneric(word: string, own: string, words: Synonym[]): boolean {
  return word.length === 2 && new Set(words.filter((other) => other.id !== own && other.word.endsWith(word)).map(({ id }) => id)).size >= 3
}

function addPhrase(index: LexiconIndex, metric: LexiconMetric, text: string): void {
  const [head = '', ...rest] = text.split('…')
  const tail = rest.length > 0 ? (rest.at(-1) ?? '') : null
  if (head.length + (tail?.length ?? 0) < 2) return
  const phrase: Phrase = { head, tail: tail === '' ? null : tail, weight: head.length + (tail?.length ?? 0), metric }
  const key = head.slice(0, 1)
  const list = index.phrases.get(key)
  if (list === undefined) index.phrases.set(key, [phrase])
  else list.push(phrase)
}
