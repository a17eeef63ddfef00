import type { Candidate } from './bind.ts'
import type { LexiconIndex, Synonym } from './lexicon-index.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * The facet values by which a sentence narrows a metric: the longest word of each facet's vocabulary in the words of
 * the slot itself, else earlier in its clause; a place, channel or leader may be named a clause earlier.
 */
export function facetsFor(index: LexiconIndex, candidate: Candidate, around: Surroundings): Record<string, string> {
  const facets: Record<string, string> = {}
  for (const [facet, vocabulary] of Object.entries(candidate.metric.facets)) {
    const words = index.synonyms.get(vocabulary) ?? []
    const value = nearestValue(words, facet, candidate, around)
    if (value !== null) facets[facet] = value
  }
  return facets
}

const carriedFacets = new Set(['channel', 'leader', 'medium', 'level'])

function nearestValue(words: Synonym[], facet: string, candidate: Candidate, around: Surroundings): string | null {
  const own = longestIn(words, `${around.pre}\u0001${around.post}`) ?? longestIn(words, candidate.matched)
  if (own !== null) return own
  const clause = longestIn(words, around.clause)
  if (clause !== null && (facet !== 'category' || around.pre.length < 3)) return clause
  if (carriedFacets.has(facet) && !around.follows) return longestIn(words, around.sentence.slice(-40))
  return null
}

/** The id of the longest word that stands in the text; of equally long ones the last, which is nearest the slot. */
function longestIn(words: Synonym[], text: string): string | null {
  let best: { length: number; at: number; id: string } | null = null
  for (const { word, id } of words) {
    if (best !== null && word.length < best.length) break
    const at = text.lastIndexOf(word)
    if (at >= 0 && (best === null || at > best.at)) best = { length: word.length, at, id }
  }
  return best?.id ?? null
}
