import type { Candidate } from './bind.ts'
import type { LexiconIndex, Synonym } from './lexicon-index.ts'
import type { Surroundings } from './surroundings.ts'

interface Found {
  facet: string
  id: string
  start: number
  end: number
}

/**
 * The facet values by which a sentence narrows a metric: the longest word of each facet's vocabulary among the words
 * of the slot itself, else earlier in its clause; a channel or a leader may be named a clause earlier. A word inside
 * the phrase that named the metric narrows nothing, unless it is that facet's own: 来访 says both case and channel.
 */
export function facetsFor(index: LexiconIndex, candidate: Candidate, around: Surroundings): Record<string, string> {
  const own = `${around.pre}\u0001${around.post}`
  const found: Found[] = []
  for (const [facet, vocabulary] of Object.entries(candidate.metric.facets)) {
    const words = index.synonyms.get(vocabulary) ?? []
    const hit = longestIn(words, own, (start, end) => candidate.metric.spoken.includes(facet) || !insidePhrase(candidate, start, end, facet))
    if (hit !== null) found.push({ facet, ...hit })
  }
  const facets = Object.fromEntries(withoutShared(found, candidate).map(({ facet, id }) => [facet, id]))
  for (const [facet, vocabulary] of Object.entries(candidate.metric.facets)) {
    if (facets[facet] !== undefined) continue
    const value = earlierValue(index.synonyms.get(vocabulary) ?? [], facet, candidate, around)
    if (value !== null) facets[facet] = value
  }
  return facets
}

/** 保密协议 names its topic before the noun; 在校学生 only names what is counted. */
function insidePhrase({ literal }: Candidate, start: number, end: number, facet: string): boolean {
  return literal?.some((span) => span.start <= start && end <= span.end && !(facet === 'topic' && span.start === start && end < span.end)) ?? false
}

/** Where two facets claim the same characters, the one the metric is spoken by keeps them, else the longer word. */
function withoutShared(found: Found[], { metric }: Candidate): Found[] {
  const rank = (one: Found) => (metric.spoken.includes(one.facet) ? 100 : 0) + (one.end - one.start)
  const kept: Found[] = []
  for (const one of [...found].sort((a, b) => rank(b) - rank(a))) {
    if (!kept.some((other) => other.start < one.end && one.start < other.end)) kept.push(one)
  }
  return kept
}

const carriedFacets = new Set(['channel', 'medium'])

function earlierValue(words: Synonym[], facet: string, { metric, literal, matched }: Candidate, around: Surroundings): string | null {
  if (literal === null && metric.spoken.includes(facet)) {
    const spoken = longestIn(words, matched, () => true)
    if (spoken !== null) return spoken.id
  }
  if (around.pre.length < 6 && (facet !== 'category' || around.pre.length < 2)) {
    const clause = longestIn(words, around.clause, () => true)
    if (clause !== null) return clause.id
  }
  if (metric.form === 'latest' && metric.spoken.includes(facet)) {
    const named = longestIn(words, `${around.sentence}${around.clause}`, () => true)
    if (named !== null) return named.id
  }
  if (!carriedFacets.has(facet) || around.follows) return null
  return longestIn(words, around.sentence.slice(-40), () => true)?.id ?? null
}

/** The longest word that stands in the text where `allowed`; of equally long ones the last, which is nearest the slot. */
function longestIn(words: Synonym[], text: string, allowed: (start: number, end: number) => boolean): Omit<Found, 'facet'> | null {
  let best: Omit<Found, 'facet'> | null = null
  for (const { word, id } of words) {
    if (best !== null && word.length < best.end - best.start) break
    for (let at = text.lastIndexOf(word); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(word, at - 1)) {
      if (!allowed(at, at + word.length)) continue
      if (best === null || at > best.start) best = { id, start: at, end: at + word.length }
      break
    }
  }
  return best
}
