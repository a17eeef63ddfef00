import type { LexiconMetric } from './slot.ts'
import type { Surroundings } from './surroundings.ts'
import { ownLength } from './own-words.ts'

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
 * those of what was counted last; a sibling count has none of another's.
 */
export function inheritedBy(metric: LexiconMetric, own: Record<string, string>, around: Surroundings, earlier: Earlier[]): Record<string, string> {
  const sameKind = earlier.filter((meaning) => (meaning.sameSentence || meaning.sameParagraph) && meaning.metric.kind === metric.kind)
  const last = sameKind[0]
  const total = sameKind.find((meaning) => meaning.isTotal)
  const says = Object.keys(own).length > 0 || ownLength(around) > 1
  const base = total !== undefined && (says || last?.metric.id === metric.id) ? total : last
  if (base === undefined) return own
  if (base !== total && (base.metric.id === metric.id || Object.keys(own).some((facet) => facet in base.facets))) return own
  const kept = Object.entries(allowed(metric, base.facets)).filter(([facet]) => !results.has(facet))
  return { ...Object.fromEntries(kept), ...own }
}

export function allowed(metric: LexiconMetric, facets: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(facets).filter(([facet]) => facet in metric.facets))
}

export function withoutResults(facets: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(facets).filter(([facet]) => !results.has(facet)))
}

