import type { LexiconIndex } from './lexicon-index.ts'
import { ownLength } from './own-words.ts'
import type { LexiconMetric } from './slot.ts'
import type { Surroundings } from './surroundings.ts'

/** What a figure was found to mean; figures after it in the paragraph may go on about the same. */
export interface Meaning {
  metric: LexiconMetric
  facets: Record<string, string>
  certainty: number
}

export interface Earlier extends Meaning {
  /** True when no sentence ended since, semicolons included. */
  sameSentence: boolean
  /** True when only semicolons part the two. */
  sameParagraph: boolean
  /** True when 其中 stands between the two: this one is a part of that. */
  isTotal: boolean
}

/** What became of a record is said of it alone, never of the next figure. */
const results = new Set(['outcome', 'status', 'result', 'resolution', 'reply', 'acceptance', 'evaluation', 'timeliness', 'severity', 'state', 'recurrence', 'opinion'])

/**
 * The facets a figure shares with those before it: a part named after 其中 has those of its total, a rate or a result
 * those of what was counted last; a sibling count has none of another's, but for the topic of a list that goes on.
 */
export function inheritedBy(index: LexiconIndex, metric: LexiconMetric, own: Record<string, string>, around: Surroundings, earlier: Earlier[]): Record<string, string> {
  const sameKind = earlier.filter((meaning) => (meaning.sameSentence || meaning.sameParagraph) && meaning.metric.kind === metric.kind)
  const last = sameKind[0]
  const found = foundIn(metric, own, earlier[0])
  if (last === undefined && found !== null) return { ...found, ...own }
  const total = sameKind.find((meaning) => meaning.isTotal)
  const says = Object.keys(own).length > 0 || ownLength(around) > 1
  const base = total !== undefined && (says || last?.metric.id === metric.id) ? total : last
  if (base === undefined || (says && total === undefined && !base.sameSentence)) return own
  if (base !== total && base.metric.id === metric.id) return goesOn(around, own) ? { ...topicOf(base), ...own } : own
  if (base !== total && Object.keys(own).some((facet) => facet in base.facets)) return own
  const facets = base === last && metric.form === 'rate' ? together(index, base, sameKind[1]) : base.facets
  const kept = Object.entries(allowed(metric, facets)).filter(([facet]) => !results.has(facet))
  return { ...Object.fromEntries(kept), ...own }
}

/** 开展消防检查x次，发现隐患y处: what was found is of the matter that was looked into. */
function foundIn(metric: LexiconMetric, own: Record<string, string>, before: Earlier | undefined): Record<string, string> | null {
  if (metric.kind !== 'finding' || before?.metric.kind !== 'inspection' || !before.sameSentence || own.topic !== undefined) return null
  return topicOf(before)
}

/** 形势分析会x次、联席会议x次: a list behind one verb has one topic. */
const goesOn = ({ clause }: Surroundings, own: Record<string, string>): boolean => own.topic === undefined && clause !== ''

const topicOf = ({ facets }: Meaning): Record<string, string> => (facets.topic === undefined ? {} : { topic: facets.topic })

/** 办理建议x件、提案y件，满意率z%: what holds for both is said of neither alone, but of the value that names both. */
function together(index: LexiconIndex, last: Earlier, before: Earlier | undefined): Record<string, string> {
  if (before === undefined || !before.sameSentence || before.isTotal || before.metric.id !== last.metric.id) return last.facets
  const facets = { ...last.facets }
  for (const [facet, value] of Object.entries(last.facets)) {
    const other = before.facets[facet]
    if (other === undefined || other === value) continue
    const both = unionOf(index, last.metric.facets[facet] ?? '', [value, other])
    if (both === null) delete facets[facet]
    else facets[facet] = both
  }
  return facets
}

/** 建议提案 of 人大代表建议 and 政协提案: the value one of whose words holds the last two letters of a word of each. */
function unionOf(index: LexiconIndex, vocabulary: string, ids: string[]): string | null {
  const words = index.synonyms.get(vocabulary) ?? []
  const endings = ids.map((id) => words.filter((word) => word.id === id).map(({ word }) => word.slice(-2)))
  return words.find(({ word, id }) => !ids.includes(id) && endings.every((known) => known.some((ending) => word.includes(ending))))?.id ?? null
}

export function allowed(metric: LexiconMetric, facets: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(facets).filter(([facet]) => facet in metric.facets))
}

export function withoutResults(facets: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(facets).filter(([facet]) => !results.has(facet)))
}

