import type { Candidate } from './bind.ts'
import { joinedWith, longestIn, wholeNoun, type Hit } from './facet-words.ts'
import type { LexiconIndex, Synonym } from './lexicon-index.ts'
import { withoutNames } from './own-names.ts'
import type { Surroundings } from './surroundings.ts'

type Found = Hit & { facet: string }

/**
 * The facet values by which a sentence narrows a metric: the longest word of each facet's vocabulary among the words
 * of the slot itself, else earlier in its clause; a channel or a leader may be named a clause earlier. A word inside
 * the phrase that named the metric narrows nothing, unless it is that facet's own: 来访 says both case and channel.
 */
export function facetsFor(index: LexiconIndex, candidate: Candidate, around: Surroundings): Record<string, string> {
  const own = withoutNames(`${around.pre}\u0001${around.post}`)
  const facets: Record<string, string> = {}
  const taken: Found[] = []
  for (const { facet, words } of inOrder(index, candidate, own)) {
    const free = (start: number, end: number) => !taken.some((other) => other.start < end && start < other.end && !(facet === 'topic' && saysMore(index, candidate, other, own, start, end)))
    const ownMatter = facet === 'topic' || facet === 'domain' ? matterOf(words, candidate, around) : null
    const allows = (start: number, end: number) => ownMatter?.has(own.slice(start, end)) !== true && free(start, end) && narrows(candidate, facet, start, end) && !ofAnotherObject(own, facet, start, end)
    const longest = longestIn(words, own, allows)
    const hit = longest === null || facet !== 'category' ? longest : wholeNoun(longest, words, own, allows)
    const joined = hit === null ? [] : joinedWith(hit, words, own, allows)
    if (hit !== null) taken.push({ facet, ...hit })
    const value = joined.length === 0 ? (hit?.id ?? earlierValue(words, facet, candidate, around)) : facet === 'topic' ? joined[0]?.id : null
    if (value !== null && value !== undefined) facets[facet] = value
  }
  return facets
}

/** Kinds of work that a body does on its own matter without saying so: 统计执法检查 of the office of statistics is on nothing else. */
const onOwnMatter = new Set(['activity', 'inspection', 'finding', 'briefing-submitted', 'publication', 'training', 'administrative-act', 'fund', 'work-report-heard', 'case'])

/** The words of the topics whose titles the name of the body itself holds. */
function matterOf(words: Synonym[], { metric }: Candidate, { body }: Surroundings): Set<string> {
  if (body === '' || !onOwnMatter.has(metric.kind)) return new Set()
  const topics = new Set(words.filter(({ word, isTitle }) => isTitle && namedIn(body, word)).map(({ id }) => id))
  return new Set(words.filter(({ id }) => topics.has(id)).map(({ word }) => word))
}

/** 文化旅游 is named by 文化和旅游局 too. */
const namedIn = (body: string, title: string): boolean =>
  body.includes(title) || (title.length === 4 && body.includes(title.slice(0, 2)) && body.includes(title.slice(2)))

/** The topic that begins the word of a category whose title does not say it: 火灾 of 火灾隐患, not 廉政 of 廉政谈话. */
function saysMore(index: LexiconIndex, { metric }: Candidate, category: Found, own: string, start: number, end: number): boolean {
  if (category.facet !== 'category' || category.start !== start || end >= category.end) return false
  const words = (index.synonyms.get(metric.facets.category ?? '') ?? []).filter(({ id }) => id === category.id)
  const noun = own.slice(end, category.end)
  const topic = own.slice(start, end)
  const topics = index.synonyms.get(metric.facets.topic ?? '') ?? []
  const topicTitle = topics.find(({ id, isTitle }) => isTitle && topics.some((other) => other.id === id && other.word === topic))?.word ?? topic
  return words.some(({ word }) => word === noun) && !words.some(({ word, isTitle }) => isTitle && (word.includes(topic) || word.includes(topicTitle)))
}

/** 应急 of 应急演练、业务培训 is of the first object only; 消防、应急培训 share theirs; 大比武、法制培训等 are several sorts. */
function ofAnotherObject(own: string, facet: string, start: number, end: number): boolean {
  if (facet === 'category' && own[start - 1] === '、' && own.startsWith('等', end)) return true
  if (facet === 'topic' && /^(?:投入|补助|资金|拨款|经费)/.test(own.slice(end)) && own.slice(start, end) === '财政') return true
  if (facet === 'channel') return /^[^，。；]{0,8}、[^，。；]{2,14}[及和与、]/.test(own.slice(end).split('\u0001')[0] ?? '')
  return (facet === 'topic' || facet === 'audience') && /^[\u4e00-\u9fff]{2,6}、/.test(own.slice(end))
}

/** How many characters of the slot's own words are values of the metric's facets. */
export function narrowedBy(index: LexiconIndex, candidate: Candidate, around: Surroundings): number {
  const own = withoutNames(`${around.pre}\u0001${around.post}`)
  return Math.max(0, ...inOrder(index, candidate, own).map(({ length }) => length))
}

/** The facets a metric is spoken by first, then those with the longest words: what one takes is gone for the next. */
function inOrder(index: LexiconIndex, candidate: Candidate, own: string) {
  return Object.entries(candidate.metric.facets)
    .filter(([facet]) => facet !== 'topic' || !candidate.metric.spoken.includes('indicator'))
    .map(([facet, vocabulary]) => {
      const words = index.synonyms.get(vocabulary) ?? []
      const hit = longestIn(words, own, (start, end) => narrows(candidate, facet, start, end))
      const length = hit === null ? 0 : hit.end - hit.start
      return { facet, words, length, rank: length + (candidate.metric.spoken.includes(facet) ? 100 : 0) }
    })
    .sort((one, other) => other.rank - one.rank)
}

function narrows(candidate: Candidate, facet: string, start: number, end: number): boolean {
  return candidate.metric.spoken.includes(facet) || !insidePhrase(candidate, start, end, facet)
}

/** Facets whose words, within the phrase that names a metric, only say what is counted. */
const naming = new Set(['audience', 'category', 'medium', 'indicator', 'source', 'state', 'status', 'outcome'])

/** 保密协议 and 专家授课 narrow by the word before the noun; 在校学生 only names what is counted. */
function insidePhrase({ metric, literal, matched }: Candidate, start: number, end: number, facet: string): boolean {
  return literal?.some((span) => span.start <= start && end <= span.end && !(!naming.has(facet) && !metric.spoken.includes('indicator') && span.start === start && (end < span.end || facet !== 'topic')) && !(facet === 'audience' && span.end === end && span.start < start && !metric.phrases.includes(matched.slice(start - span.start, end - span.start)))) ?? false
}

const carriedFacets = new Set(['channel', 'medium'])

function earlierValue(words: Synonym[], facet: string, { metric, literal, matched }: Candidate, around: Surroundings): string | null {
  if (literal === null && metric.spoken.includes(facet)) {
    const spoken = longestIn(words, matched, () => true)
    if (spoken !== null) return spoken.id
  }
  if (facet === 'topic' && metric.spoken.includes('indicator')) return null
  const goesOn = literal !== null && (facet === 'topic' || facet === 'audience') && /^[、和及][\u4e00-\u9fff]{2}/.test(around.pre)
  if (!goesOn && around.pre.length < 6 && (facet !== 'category' || around.pre.length < 2)) {
    const clause = longestIn(words, around.clause, () => true)
    if (clause !== null) return clause.id
  }
  if (metric.form === 'latest' && (facet === 'name' || metric.spoken.includes(facet))) {
    const named = longestIn(words, `${around.sentence}${around.clause}`, () => true)
    if (named !== null) return named.id
  }
  if (!carriedFacets.has(facet) || around.follows) return null
  const said = withoutNames(around.sentence.slice(-40))
  const carried = longestIn(words, said, () => true)
  return carried === null || joinedWith(carried, words, said, () => true).length > 0 ? null : carried.id
}
