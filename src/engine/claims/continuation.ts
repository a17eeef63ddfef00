import { type Candidate, type ResolveAsked } from './bind.ts'
import { facetsFor, narrowedBy } from './facets.ts'
import type { LexiconIndex } from './lexicon-index.ts'
import { allowed, inheritedBy, withoutResults, type Earlier, type Meaning } from './meaning.ts'
import { fillers, nearWords, ownLength } from './own-words.ts'
import { extremes } from './refusals.ts'
import type { LexiconMetric } from './slot.ts'
import type { Surroundings } from './surroundings.ts'
import { weights } from './weights.ts'

/** Enough for a metric of the kind just spoken of. */
const resultScore = 2.4
const sureScore = 5.2
/** A metric that no word of the slot named. */
export const unmatched = (metric: LexiconMetric): Candidate => ({ metric, score: 0, matched: '', literal: null })

export function continuation(index: LexiconIndex, around: Surroundings, asked: ResolveAsked, earlier: Earlier[], best: Candidate | undefined): Meaning | null {
  if (asked.form !== 'change' && extremes.test(around.pre)) return null
  const previous = earlier.find((meaning) => meaning.sameSentence)
  if (asked.form === 'change' && previous !== undefined && saysOnlyChange(around.pre)) return changeOf(index, previous)
  if (asked.form === 'share' && previous !== undefined && /占/.test(around.pre)) return shareOf(index, around, previous, best)
  if (asked.form === 'rate' && previous !== undefined) return rateOf(index, around, previous, best)
  if (!asked.afterUnbound && /类(?:问题|事项|信访|诉求|案件|工单)?$/.test(around.pre)) {
    const further = furtherAmong(index, around, asked, earlier)
    if (further !== null) return further
  }
  if (best !== undefined && best.score >= resultScore && earlier.some((meaning) => meaning.sameSentence && meaning.metric.kind === best.metric.kind)) {
    return best.score >= weights.least ? null : resultOf(index, around, best, earlier)
  }
  if (best !== undefined && best.score >= weights.least && (best.literal !== null || best.score >= sureScore)) return null
  return asked.form === 'count' && !asked.afterUnbound ? furtherAmong(index, around, asked, earlier) : null
}

function furtherAmong(index: LexiconIndex, around: Surroundings, asked: ResolveAsked, earlier: Earlier[]): Meaning | null {
  for (const meaning of earlier) {
    const further = furtherValue(index, around, asked.measure, meaning)
    if (further !== null) return further
  }
  return null
}

/** 收到x件，办结y件: few words are enough for what became of the same kind. */
function resultOf(index: LexiconIndex, around: Surroundings, best: Candidate, earlier: Earlier[]): Meaning {
  return { metric: best.metric, facets: inheritedBy(index, best.metric, facetsFor(index, best, around), around, earlier), certainty: 0.55 }
}

export function saysOnlyChange(pre: string): boolean {
  const rest = pre.replace(/[、（(]|分别|同比|环比|较(?:上年|去年|上年同期|去年同期|同期|年初)?|比(?:上年|去年|年初|上[届季]度?|同期|上年同期|去年同期)?|与去年相比|[比较](?:上[届季]度?|年初)|上升|下降|增长|减少|增加|提高|降低|提升|下滑|回落|多出|增产|减产|[又快慢早降升涨增减多少]|了|约|近|20\d\d年|个|数量|件次|人次|均|有所|同期/g, '')
  return rest.length <= 1
}

function changeOf(index: LexiconIndex, previous: Earlier): Meaning | null {
  const base = previous.metric.form === 'change' ? previous.metric : [...index.metrics.values()].find((metric) => metric.form === 'change' && metric.of === previous.metric.id)
  return base === undefined ? null : { metric: base, facets: allowed(base, previous.facets), certainty: 0.8 }
}

/** 受理申请x件，满意率y%: a rate that names nothing else is one of what was just counted. */
function rateOf(index: LexiconIndex, around: Surroundings, previous: Earlier, best: Candidate | undefined): Meaning | null {
  const name = around.pre.replace(/[^\u4e00-\u9fff]|(?:均?[为达是]|达到|保持在?|均|分别)+$/g, '')
  if (name.length > 5 || best?.metric.kind === previous.metric.kind) return null
  const ending = name.slice(-3)
  const rate = [...index.metrics.values()].find((metric) => metric.form === 'rate' && metric.kind === previous.metric.kind && metric.phrases.some((phrase) => phrase.endsWith(ending)))
  return rate === undefined ? null : { metric: rate, facets: allowed(rate, withoutResults(previous.facets)), certainty: 0.7 }
}

function shareOf(index: LexiconIndex, around: Surroundings, previous: Earlier, best: Candidate | undefined): Meaning | null {
  if (best !== undefined && best.score >= sureScore && best.metric.form === 'share' && best.metric.kind !== previous.metric.kind) return null
  const shares = [...index.metrics.values()].filter((metric) => metric.form === 'share' && metric.kind === previous.metric.kind && metric.narrowsPart)
  const persons = /人次/.test(around.pre) || /persons/.test(previous.metric.id)
  const share = shares.find((metric) => /person/.test(metric.id) === persons) ?? shares[0]
  if (share === undefined) return null
  const own = facetsFor(index, unmatched(share), { ...around, pre: around.pre.replace(/占.*/, ''), clause: '', sentence: '' })
  return { metric: share, facets: Object.keys(own).length > 0 ? own : allowed(share, previous.facets), certainty: 0.75 }
}

/** 其中反映拖欠工资x件: another value of a facet of what was counted before. */
function furtherValue(index: LexiconIndex, around: Surroundings, measure: string | null, earlier: Earlier): Meaning | null {
  const { metric } = earlier
  if (measure === null || !metric.measures.includes(measure) || metric.form === 'change') return null
  if (!/类/.test(around.pre) && ownLength(around) - narrowedBy(index, unmatched(metric), around) >= 2) return null
  const own = facetsFor(index, unmatched(metric), nearWords(around))
  const said = /反映|类$/.test(around.pre) || (earlier.sameParagraph && around.pre.includes('其中'))
  const siblings = Object.keys(own).filter((facet) => facet !== 'audience' && facet !== 'level' && (facet in earlier.facets || (said && facet !== 'topic')))
  if (siblings.length === 0 || (metric.spoken.includes('indicator') && own.indicator === undefined)) return null
  return { metric, facets: own, certainty: 0.6 }
}

/** True when the sentence has given this very figure under other words: 噪声类占x%、大气类占y% are not both 环境. */
export function saidAlready({ metric, facets }: Meaning, around: Surroundings, earlier: Earlier[]): boolean {
  if (around.pre.replace(/占.*/, '').replace(fillers, '').length < 2) return false
  return earlier.some((meaning) => meaning.sameSentence && meaning.metric.id === metric.id && sameFacets(meaning.facets, facets))
}

export function sameFacets(one: Record<string, string>, other: Record<string, string>): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}

