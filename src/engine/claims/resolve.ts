import { candidatesFor, type Asked, type Candidate } from './bind.ts'
import { uncoveredBy } from './coverage.ts'
import { facetsFor, narrowedBy } from './facets.ts'
import type { LexiconIndex } from './lexicon-index.ts'
import { outcomeMetric, outcomeOf } from './results.ts'
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

export type ResolveAsked = Omit<Asked, 'previousKind'> & {
  /** True when the figure before it in the sentence means nothing the packs know. */
  afterUnbound: boolean
}

const leastScore = 3.8
const sureScore = 5.2
/** Enough for a metric of the kind just spoken of. */
const resultScore = 2.4
/** What became of a record is said of it alone, never of the next figure. */
const results = new Set(['outcome', 'status', 'result', 'resolution', 'reply', 'acceptance', 'evaluation', 'timeliness', 'severity', 'state', 'recurrence', 'opinion'])

/**
 * What a figure means: by its own words, else as a continuation of the figures before it (the change or the share of
 * what was just counted, a further value of the facet it was counted by). Null when no metric fits: what
 * became of a count that no metric says, no metric says either.
 */
export function resolveMeaning(index: LexiconIndex, around: Surroundings, asked: ResolveAsked, earlier: Earlier[]): { meaning: Meaning | null; nearest: Candidate | undefined } {
  const previous = earlier.find((meaning) => meaning.sameSentence)
  const candidates = candidatesFor(index, around, { ...asked, previousKind: previous?.metric.kind ?? null })
    .filter((candidate) => !countsElse(index, candidate, around) && !isStockOfActed(candidate, around) && !sumsExtreme(candidate.metric, around) && !isShareOfElse(index, candidate, around, earlier))
  const best = candidates[0]
  const outcome = outcomeOf(around)
  if (asked.afterUnbound && (outcome !== null || (asked.form === 'share' && /占[^，]*$/.test(around.pre)) || (asked.form === 'change' && saysOnlyChange(around.pre)))) return { meaning: null, nearest: best }
  if (outcome !== null && previous !== undefined) {
    const metric = outcomeMetric(index, previous.metric.kind, outcome, asked)
    if (metric !== null) return { meaning: { metric, facets: inheritedBy(metric, withoutResults(facetsFor(index, unmatched(metric), ownWords(around))), around, earlier), certainty: 0.75 }, nearest: best }
  }
  if (previous !== undefined && /^(?:[提上]?[高升]|提升|增加?|下?降低?|压缩|缩短|减少?)[到至为]$/.test(around.pre) && /[由从]/.test(around.clause)) return { meaning: { ...previous }, nearest: best }
  const continued = continuation(index, around, asked, earlier, best)
  if (continued !== null && asked.form === 'share' && saidAlready(continued, around, earlier)) return { meaning: null, nearest: best }
  if (continued !== null) return { meaning: continued, nearest: best }
  if (best === undefined || best.score < leastScore || isResultOfElse(around.pre, asked, best, previous)) return { meaning: null, nearest: best }
  const own = facetsFor(index, best, around)
  if (best.metric.spoken.includes('indicator') && own.indicator === undefined) return { meaning: null, nearest: best }
  if (best.metric.kind !== previous?.metric.kind && leavesUnsaid(index, best, around)) return { meaning: null, nearest: best }
  return { meaning: { metric: best.metric, facets: inheritedBy(best.metric, own, around, earlier), certainty: certaintyOf(best, candidates[1]) }, nearest: best }
}

/** True when the sentence has given this very figure under other words: 噪声类占x%、大气类占y% are not both 环境. */
function saidAlready({ metric, facets }: Meaning, around: Surroundings, earlier: Earlier[]): boolean {
  if (around.pre.replace(/占.*/, '').replace(fillers, '').length < 2) return false
  return earlier.some((meaning) => meaning.sameSentence && meaning.metric.id === metric.id && sameFacets(meaning.facets, facets))
}

function sameFacets(one: Record<string, string>, other: Record<string, string>): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}

/** True when the words that matched are few and others beside the slot say what is counted: 社区 of 无违建社区, 入户 of 入户宣传. */
function leavesUnsaid(index: LexiconIndex, { metric, matched, literal, score }: Candidate, around: Surroundings): boolean {
  if (literal === null) return false
  const { between, before } = uncoveredBy(index, { metric, matched, literal, score }, around)
  const length = literal.reduce((sum, span) => sum + span.end - span.start, 0)
  if (metric.spoken.includes('indicator')) return length <= 3 && (between + before > 0 || (matched.endsWith('率') && outcomeOf({ ...around, pre: matched, post: '' }) !== null))
  return length <= 2 && (between > 0)
}

const unmatched = (metric: LexiconMetric): Candidate => ({ metric, score: 0, matched: '', literal: null })
const ownWords = (around: Surroundings): Surroundings => ({ ...around, clause: '', sentence: '' })

/** True when the slot has words of its own and the metric was named only by words farther off: 检查企业x家，暂停协议x家. */
function countsElse(index: LexiconIndex, candidate: Candidate, around: Surroundings): boolean {
  if (candidate.literal !== null) return doneOtherwise(candidate, around)
  return `${around.pre}${around.post}`.replace(fillers, '').length - narrowedBy(index, candidate, around) >= 2
}

/** 暂停协议, 下架图书: the noun is the metric's, what was done to it is not. */
function doneOtherwise({ metric, literal, score }: Candidate, { pre }: Surroundings): boolean {
  if (score >= strongScore || metric.form === 'latest') return false
  const first = Math.min(...(literal ?? []).map(({ start }) => start))
  const verb = otherActs.exec(pre.slice(0, first).replace(/^[、（]|^(?:其中|共|全年)/, ''))?.[0]
  return verb !== undefined && !metric.phrases.some((phrase) => phrase.includes(verb))
}

/** 自助借还占外借总量的x%: a metric named only by 占…总量 is meant where its own things are the whole and were spoken of. */
function isShareOfElse(index: LexiconIndex, { metric, matched }: Candidate, { pre, clause, sentence }: Surroundings, earlier: Earlier[]): boolean {
  if (metric.form !== 'share' || !matched.startsWith('占')) return false
  const said = `${clause}${sentence}`
  const whole = wholeOf(pre)
  if (whole.length >= 2 && !metric.phrases.some((phrase) => phrase.includes(whole)) && !said.includes(whole)) return true
  if (earlier.some((meaning) => (meaning.sameSentence || meaning.sameParagraph) && meaning.metric.kind === metric.kind)) return false
  return ![...index.metrics.values()].some((other) => other.kind === metric.kind && (other.form === 'count' || other.form === 'sum') && other.phrases.some((phrase) => `${pre}${said}`.includes(phrase)))
}

/** 外借 of 占外借总量的, 事故 of 占全部事故的. */
function wholeOf(pre: string): string {
  const whole = /占(?:全部|所有)([\u4e00-\u9fff]{2,6}?)(?:的|$)|占([\u4e00-\u9fff]{0,8}?)(?:总[量数件]|全部|登记量|受理量|[的比达])/.exec(pre)
  return (whole?.[1] ?? whole?.[2] ?? '').replace(/全[部市县区年省]|总|受理|登记/g, '')
}

/** 单篇最高阅读量, 日均处理量: of many values one, or their mean, and never their sum; a metric may say so in its own phrase. */
function sumsExtreme(metric: LexiconMetric, { pre }: Surroundings): boolean {
  const word = extremes.exec(pre)?.[0]
  return word !== undefined && (metric.form === 'count' || metric.form === 'sum') && !metric.phrases.some((phrase) => phrase.includes(word))
}

const extremes = /最高|最低|最多|最少|最长|最短|人均|户均|生均|日均|周均|月均|年均|平均/

/** 摸排账号x个 and 为x名学生开展筛查 count what was gone through or served, not what there is. */
function isStockOfActed({ metric, literal }: Candidate, { pre, post, clause }: Surroundings): boolean {
  if (metric.form !== 'latest' || !metric.spoken.includes('indicator') || literal === null) return false
  if (/(?:^|[，、])(?:为|对|给)$/.test(pre) && /^[\u4e00-\u9fff]{0,10}(?:开展|进行|实施|提供)/.test(post)) return true
  const first = Math.min(...literal.map(({ start }) => start))
  const lead = `${/^[、和及]/.test(pre) ? clause : ''}${pre.slice(0, first)}`
  return inspecting.test(lead)
}

const inspecting = /(?:摸排|排查|检查|督查|抽查|核查|巡查|登记备案|摸排登记)[^，。；率]{0,14}$/
const strongScore = 7
/** Acts that take away from, pass on or merely touch what they name: none of them makes one more of it. */
const otherActs = /支持|涉及|审减|免罚|暂停|解除|终止|取消|撤销|废止|下架|拆除|淘汰|退回|退缴|接听|收到|适用|列席|邀请|挂牌|审查|评审|上报|吸纳|仅有|缺口|应当|调整|撤换|人均|生均|平均|责令|公开|纳入/

const fillers = /[\s、（）()，：:“”]|其中|全年|累计|共计|总计|合计|共|分别|达到?|约|近|为|同比|环比|较|比|上年|去年|同期|上升|下降|增长|减少|已|均|全部|了|的|完成|整改|办结|到位|参加|人数|以上|余|各类|各/g

/** 排查入河排污口x个，完成整治y个: a bare result is one of what the sentence just counted, whatever else has that result. */
function isResultOfElse(pre: string, asked: ResolveAsked, best: Candidate, previous: Earlier | undefined): boolean {
  const bare = bareResult.test(pre.replace(/[^\u4e00-\u9fff]/g, ''))
  if (!bare) return false
  return asked.afterUnbound || (previous !== undefined && previous.metric.kind !== best.metric.kind)
}

const bareResult = /^(?:目前|现)?(?:已|均|全部|共)?(?:完成|按期|按时)?(?:办结|整改|化解|解决|整治|处置|修复|结案|销号|满意|合格|回复|覆盖|成功|办复|采纳|查实|问题)(?:到位|完成|率)?(?:均?[为达是]|达到|保持在?)?$/

function continuation(index: LexiconIndex, around: Surroundings, asked: ResolveAsked, earlier: Earlier[], best: Candidate | undefined): Meaning | null {
  if (asked.form !== 'change' && extremes.test(around.pre)) return null
  const previous = earlier.find((meaning) => meaning.sameSentence)
  if (asked.form === 'change' && previous !== undefined && saysOnlyChange(around.pre)) return changeOf(index, previous)
  if (asked.form === 'share' && previous !== undefined && /占/.test(around.pre)) return shareOf(index, around, previous, best)
  if (asked.form === 'rate' && previous !== undefined) return rateOf(index, around, previous, best)
  if (/类(?:问题|事项|信访|诉求|案件|工单)?$/.test(around.pre)) {
    const further = furtherAmong(index, around, asked, earlier)
    if (further !== null) return further
  }
  if (best !== undefined && best.score >= resultScore && earlier.some((meaning) => meaning.sameSentence && meaning.metric.kind === best.metric.kind)) {
    return best.score >= leastScore ? null : resultOf(index, around, best, earlier)
  }
  if (best !== undefined && best.score >= leastScore && (best.literal !== null || best.score >= sureScore)) return null
  return asked.form === 'count' ? furtherAmong(index, around, asked, earlier) : null
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
  return { metric: best.metric, facets: inheritedBy(best.metric, facetsFor(index, best, around), around, earlier), certainty: 0.55 }
}

function saysOnlyChange(pre: string): boolean {
  const rest = pre.replace(/[、（(]|分别|同比|环比|较(?:上年|去年|上年同期|去年同期|同期|年初)?|比(?:上年|去年|同期|上年同期|去年同期)?|与去年相比|上升|下降|增长|减少|增加|提高|降低|提升|下滑|回落|了|约|近|20\d\d年|个|数量|件次|人次|均|有所|同期/g, '')
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

function withoutResults(facets: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(facets).filter(([facet]) => !results.has(facet)))
}

function shareOf(index: LexiconIndex, around: Surroundings, previous: Earlier, best: Candidate | undefined): Meaning | null {
  if (best !== undefined && best.score >= sureScore && best.metric.form === 'share' && best.metric.kind !== previous.metric.kind) return null
  const shares = [...index.metrics.values()].filter((metric) => metric.form === 'share' && metric.kind === previous.metric.kind && metric.narrowsPart)
  const persons = /人次/.test(around.pre) || /persons/.test(previous.metric.id)
  const share = shares.find((metric) => /person/.test(metric.id) === persons) ?? shares[0]
  if (share === undefined) return null
  const own = facetsFor(index, { metric: share, score: 0, matched: '', literal: null }, { ...around, pre: around.pre.replace(/占.*/, ''), clause: '', sentence: '' })
  return { metric: share, facets: Object.keys(own).length > 0 ? own : allowed(share, previous.facets), certainty: 0.75 }
}

/** 其中反映拖欠工资x件: another value of a facet of what was counted before. */
function furtherValue(index: LexiconIndex, around: Surroundings, measure: string | null, earlier: Earlier): Meaning | null {
  const { metric } = earlier
  if (measure === null || !metric.measures.includes(measure) || metric.form === 'change') return null
  if (!/类/.test(around.pre) && `${around.pre}${around.post}`.replace(fillers, '').length - narrowedBy(index, unmatched(metric), around) >= 2) return null
  const own = facetsFor(index, { metric, score: 0, matched: '', literal: null }, { ...around, clause: '', sentence: '' })
  const said = /反映|类$/.test(around.pre) || (earlier.sameParagraph && around.pre.includes('其中'))
  const siblings = Object.keys(own).filter((facet) => facet !== 'audience' && facet !== 'level' && (facet in earlier.facets || (said && facet !== 'topic')))
  if (siblings.length === 0 || (metric.spoken.includes('indicator') && own.indicator === undefined)) return null
  return { metric, facets: own, certainty: 0.6 }
}

/**
 * The facets a figure shares with those before it: a part named after 其中 has those of its total, a rate or a result
 * those of what was counted last; a sibling count has none of another's.
 */
function inheritedBy(metric: LexiconMetric, own: Record<string, string>, around: Surroundings, earlier: Earlier[]): Record<string, string> {
  const sameKind = earlier.filter((meaning) => (meaning.sameSentence || meaning.sameParagraph) && meaning.metric.kind === metric.kind)
  const last = sameKind[0]
  const total = sameKind.find((meaning) => meaning.isTotal)
  const says = Object.keys(own).length > 0 || `${around.pre}${around.post}`.replace(fillers, '').length > 1
  const base = total !== undefined && (says || last?.metric.id === metric.id) ? total : last
  if (base === undefined) return own
  if (base !== total && (base.metric.id === metric.id || Object.keys(own).some((facet) => facet in base.facets))) return own
  const kept = Object.entries(allowed(metric, base.facets)).filter(([facet]) => !results.has(facet))
  return { ...Object.fromEntries(kept), ...own }
}

function allowed(metric: LexiconMetric, facets: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(facets).filter(([facet]) => facet in metric.facets))
}

/** From the score and its lead over the next metric, squeezed between 0.3 and 0.98. */
function certaintyOf(best: Candidate, second: Candidate | undefined): number {
  const lead = best.score - (second?.score ?? 0)
  const sure = (1 / (1 + Math.exp(-(best.score - 5) * 0.5))) * (0.6 + 0.4 * Math.min(1, lead / 2))
  return Math.round(Math.min(0.98, Math.max(0.3, sure)) * 100) / 100
}

