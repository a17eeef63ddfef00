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
  const own = withoutNames(`${around.pre}\u0001${around.post}`)
  const facets: Record<string, string> = {}
  const taken: Found[] = []
  for (const { facet, words } of inOrder(index, candidate, own)) {
    const free = (start: number, end: number) => !taken.some((other) => other.start < end && start < other.end)
    const allows = (start: number, end: number) => free(start, end) && narrows(candidate, facet, start, end) && !ofAnotherObject(own, facet, end)
    const longest = longestIn(words, own, allows)
    const hit = longest === null || facet !== 'category' ? longest : wholeNoun(longest, words, own, allows)
    const joined = hit === null ? [] : joinedWith(hit, words, own, allows)
    if (hit !== null) taken.push({ facet, ...hit })
    const value = joined.length === 0 ? (hit?.id ?? earlierValue(words, facet, candidate, around)) : facet === 'topic' ? joined[0]?.id : null
    if (value !== null && value !== undefined) facets[facet] = value
  }
  return facets
}

/** 应急 of 应急演练、业务培训 is of the first object only; 消防、应急培训 share theirs. */
function ofAnotherObject(own: string, facet: string, end: number): boolean {
  return (facet === 'topic' || facet === 'audience') && /^[\u4e00-\u9fff]{2,6}、/.test(own.slice(end))
}

/**
 * The hit with the words of its own value that it overlaps (理论学习中心组专题学习 is one noun of two synonyms), or, of two
 * values that touch, the former, which says which of the latter: 中心组 of 中心组集体学习.
 */
function wholeNoun(hit: Omit<Found, 'facet'>, words: Synonym[], own: string, allows: (start: number, end: number) => boolean): Omit<Found, 'facet'> {
  const starts = words.filter(({ id }) => id === hit.id).flatMap(({ word }) => {
    const at = own.lastIndexOf(word, hit.start)
    return at >= 0 && at + word.length > hit.start && allows(at, hit.end) ? [at] : []
  })
  const start = Math.min(hit.start, ...starts)
  const former = words.find(({ word, id }) => id !== hit.id && word.length >= 3 && own.slice(0, start).endsWith(word) && allows(start - word.length, start))
  return former === undefined ? { ...hit, start } : { id: former.id, start: start - former.word.length, end: hit.end }
}

/** 来信来访来电 together: the values of one facet that stand side by side, in reading order; none when there is but one. */
function joinedWith(hit: Omit<Found, 'facet'>, words: Synonym[], own: string, allows: (start: number, end: number) => boolean): Omit<Found, 'facet'>[] {
  const all = [hit]
  for (const { word, id } of words) {
    for (let at = own.indexOf(word); at >= 0; at = own.indexOf(word, at + 1)) {
      const end = at + word.length
      if (allows(at, end) && !all.some((other) => other.start < end && at < other.end)) all.push({ id, start: at, end })
    }
  }
  const sorted = all.sort((one, other) => one.start - other.start)
  const beside = sorted.filter((one, at) => [sorted[at - 1], sorted[at + 1]].some((other) => other !== undefined && other.id !== one.id && standsBeside(one, other, own)))
  return beside.includes(hit) ? beside : []
}

/** 来信、来访 and 来信来访 are two values; 中心组集中学习 is one noun of two words. */
function standsBeside(one: Omit<Found, 'facet'>, other: Omit<Found, 'facet'>, own: string): boolean {
  const between = own.slice(Math.min(one.end, other.end), Math.max(one.start, other.start))
  const alike = between === '' && one.end - one.start === other.end - other.start && one.end - one.start <= 3
  return alike || /^[\u4e00-\u9fff]{0,2}[、及和与或]$/.test(between)
}

/** How many characters of the slot's own words are values of the metric's facets. */
export function narrowedBy(index: LexiconIndex, candidate: Candidate, around: Surroundings): number {
  const own = withoutNames(`${around.pre}\u0001${around.post}`)
  return Math.max(0, ...inOrder(index, candidate, own).map(({ length }) => length))
}

/** The facets a metric is spoken by first, then those with the longest words: what one takes is gone for the next. */
function inOrder(index: LexiconIndex, candidate: Candidate, own: string) {
  return Object.entries(candidate.metric.facets)
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

/** Of a title only its last word may say what it is: 《致居民一封信》. */
const blanked = (name: string): string => {
  const letter = /一封信》$/.exec(name)?.[0] ?? ''
  return '\u0002'.repeat(name.length - letter.length) + letter
}

/** Titles 《…》, the names of accounts and the area of a meeting narrow nothing: they are blanked, offsets stay. */
function withoutNames(text: string): string {
  return text.replace(/《[^》]*(?:》|$)|^[^《]*》|“[^”]*”(?=(?:、?“[^”]*”)*[\u4e00-\u9fff]{0,8}(?:公众号|视频号|抖音|微博|新媒体|网站|客户端|活动|行动|评选|大赛))/g, blanked).replace(/全[市县区省](?=[^，。；]{0,14}(?:会|培训|检查|活动|演练))/g, blanked)
}

/** Facets whose words, within the phrase that names a metric, only say what is counted. */
const naming = new Set(['audience', 'category', 'medium', 'indicator', 'source', 'state'])

/** 保密协议 and 专家授课 narrow by the word before the noun; 在校学生 only names what is counted. */
function insidePhrase({ metric, literal, matched }: Candidate, start: number, end: number, facet: string): boolean {
  return literal?.some((span) => span.start <= start && end <= span.end && !(!naming.has(facet) && span.start === start && (end < span.end || facet !== 'topic')) && !(facet === 'audience' && span.end === end && span.start < start && !metric.phrases.includes(matched.slice(start - span.start, end - span.start)))) ?? false
}

const carriedFacets = new Set(['channel', 'medium'])

function earlierValue(words: Synonym[], facet: string, { metric, literal, matched }: Candidate, around: Surroundings): string | null {
  if (literal === null && metric.spoken.includes(facet)) {
    const spoken = longestIn(words, matched, () => true)
    if (spoken !== null) return spoken.id
  }
  const goesOn = literal !== null && (facet === 'topic' || facet === 'audience') && /^[、和及][\u4e00-\u9fff]{2}/.test(around.pre)
  if (!goesOn && around.pre.length < 6 && (facet !== 'category' || around.pre.length < 2)) {
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
  const byFirst = firstLetters(words)
  const best = { id: '', start: -1, end: -1 }
  for (let at = 0; at < text.length; at += 1) {
    for (const { word, id } of byFirst.get(text[at] ?? '') ?? []) {
      const bestLength = best.end - best.start
      if (word.length < bestLength || (word.length === bestLength && best.start === at)) continue
      if (text.startsWith(word, at) && allowed(at, at + word.length)) Object.assign(best, { id, start: at, end: at + word.length })
    }
  }
  return best.start < 0 ? null : best
}

const indexed = new WeakMap<Synonym[], Map<string, Synonym[]>>()

function firstLetters(words: Synonym[]): Map<string, Synonym[]> {
  const known = indexed.get(words)
  if (known !== undefined) return known
  const built = new Map<string, Synonym[]>()
  for (const synonym of words) {
    const first = synonym.word[0] ?? ''
    const list = built.get(first)
    if (list === undefined) built.set(first, [synonym])
    else list.push(synonym)
  }
  indexed.set(words, built)
  return built
}
