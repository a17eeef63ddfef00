import { candidatesFor, type Candidate, type ResolveAsked } from './bind.ts'
import { continuation, sameFacets, saidAlready, saysOnlyChange, unmatched } from './continuation.ts'
import { facetsFor } from './facets.ts'
import type { LexiconIndex } from './lexicon-index.ts'
import { inheritedBy, withoutResults, type Earlier, type Meaning } from './meaning.ts'
import { hasNoun, nearWords } from './own-words.ts'
import { countsElse, isFieldOfRank, isHonoured, isRateOfElse, isResultOfElse, isShareOfElse, isShareOfThings, isStockOfActed, leavesUnsaid, namesKindsOf, isYetToDo, pointsOfCount, sumsExtreme } from './refusals.ts'
import { reachOf } from './reach.ts'
import { outcomeMetric, outcomeOf } from './results.ts'
import type { Surroundings } from './surroundings.ts'
import { weights } from './weights.ts'

/**
 * What a figure means: by its own words, else as a continuation of the figures before it (the change or the share of
 * what was just counted, a further value of the facet it was counted by). Null when no metric fits: what
 * became of a count that no metric says, no metric says either.
 */
export function resolveMeaning(index: LexiconIndex, around: Surroundings, asked: ResolveAsked, before: Earlier[]): { meaning: Meaning | null; nearest: Candidate | undefined } {
  const earlier = goesOnBehindSemicolon(around) ? before.map((meaning) => ({ ...meaning, sameSentence: meaning.sameSentence || meaning.sameParagraph })) : before
  const previous = earlier.find((meaning) => meaning.sameSentence)
  const candidates = candidatesFor(index, around, { ...asked, previousKind: previous?.metric.kind ?? null }).filter((candidate) => fits(index, candidate, around, asked, earlier))
  const nearest = candidates[0]
  if (goesOnAboutUnbound(around, asked)) return { meaning: null, nearest }
  const told = outcome(index, around, asked, earlier) ?? reached(around, asked, previous) ?? reachOf(index, around, asked, previous)
  if (told !== null) return { meaning: told, nearest }
  const continued = continuation(index, around, asked, earlier, nearest)
  if (continued !== null) return { meaning: asked.form === 'share' && saidAlready(continued, around, earlier) ? null : continued, nearest }
  return { meaning: byOwnWords(index, around, asked, earlier, candidates), nearest }
}

/** 收到申请x件，同比上升y%；审结z件: a clause that begins a sentence with a mere verb goes on about what stands before the semicolon. */
const goesOnBehindSemicolon = ({ pre, post, clause, sentence }: Surroundings): boolean => clause === '' && sentence === '' && outcomeOf({ pre, post }) !== null

/** Whether a metric whose words stand near a slot may be what it counts. */
function fits(index: LexiconIndex, candidate: Candidate, around: Surroundings, { form, measure, afterUnbound }: ResolveAsked, earlier: Earlier[]): boolean {
  if (afterUnbound && form === 'count' && !hasNoun(`${around.pre}${around.post}`)) return false
  if (isYetToDo(around) || isFieldOfRank(around)) return false
  if (isHonoured(candidate, around) || countsElse(index, candidate, around) || isStockOfActed(candidate, around) || isRateOfElse(index, candidate, around)) return false
  if (isShareOfThings(candidate, measure) || sumsExtreme(candidate.metric, around) || pointsOfCount(index, candidate.metric, measure)) return false
  return !isShareOfElse(index, candidate, around, earlier) && !namesKindsOf(candidate, around, earlier)
}

/** 办结x件, 占y%, 同比增长z% after a count that no metric says. */
function goesOnAboutUnbound(around: Surroundings, { afterUnbound, form }: ResolveAsked): boolean {
  if (!afterUnbound) return false
  return outcomeOf(around) !== null || (form === 'share' && /占[^，]*$/.test(around.pre)) || (form === 'change' && saysOnlyChange(around.pre))
}

/** 受理x件，办结y件: what became of the records just counted. */
function outcome(index: LexiconIndex, around: Surroundings, asked: ResolveAsked, earlier: Earlier[]): Meaning | null {
  const said = outcomeOf(around)
  const previous = earlier.find((meaning) => meaning.sameSentence)
  const metric = said === null || previous === undefined ? null : outcomeMetric(index, previous.metric.kind, said, asked)
  if (metric === null || metric.spoken.includes('indicator')) return null
  return { metric, facets: inheritedBy(index, metric, withoutResults(facetsFor(index, unmatched(metric), nearWords(around))), around, earlier), certainty: 0.75 }
}

/** 由x提高到y: the second is the first a year later. */
function reached(around: Surroundings, { besideUnbound }: ResolveAsked, previous: Earlier | undefined): Meaning | null {
  const goesOn = /^(?:[提上]?[高升]|提升|增加?|下?降低?|压缩|缩短|减少?)[到至为]$/.test(around.pre) && /[由从]/.test(around.clause)
  return previous !== undefined && besideUnbound !== true && goesOn ? { ...previous } : null
}

function byOwnWords(index: LexiconIndex, around: Surroundings, asked: ResolveAsked, earlier: Earlier[], [best, second]: Candidate[]): Meaning | null {
  const previous = earlier.find((meaning) => meaning.sameSentence)
  if (best === undefined || best.score < weights.least || isResultOfElse(around.pre, asked, best, previous)) return null
  const own = facetsFor(index, best, around)
  if (best.metric.spoken.includes('indicator') && own.indicator === undefined) return null
  if (saysClass(around) && Object.keys(own).length === 0) return null
  if (best.metric.kind !== previous?.metric.kind && leavesUnsaid(index, best, around)) return null
  const facets = inheritedBy(index, best.metric, best.metric.form === 'rate' ? withoutResults(own) : own, around, earlier)
  // A part of a total is not the total itself.
  if (asked.form === 'count' && earlier.some((meaning) => meaning.isTotal && meaning.metric.id === best.metric.id && sameFacets(meaning.facets, facets))) return null
  return { metric: best.metric, facets, certainty: certaintyOf(best, second) }
}

/** 入学转学类: one class of what is counted, which must be a value of some facet. */
const saysClass = ({ pre }: Surroundings): boolean => /[\u4e00-\u9fff]{2}类(?:问题|事项|信访|信访件|诉求|案件|工单|投诉)?(?:占[^，]*)?$/.test(pre) && !/(?:各|分|种|人|同)类/.test(pre)

/** From the score and its lead over the next metric, squeezed between 0.3 and 0.98. */
function certaintyOf(best: Candidate, second: Candidate | undefined): number {
  const lead = best.score - (second?.score ?? 0)
  const sure = (1 / (1 + Math.exp(-(best.score - 5) * 0.5))) * (0.6 + 0.4 * Math.min(1, lead / 2))
  return Math.round(Math.min(0.98, Math.max(0.3, sure)) * 100) / 100
}
