import type { Candidate, ResolveAsked } from './bind.ts'
import { uncoveredBy } from './coverage.ts'
import { narrowedBy } from './facets.ts'
import type { LexiconIndex } from './lexicon-index.ts'
import type { Earlier } from './meaning.ts'
import { ownLength } from './own-words.ts'
import { outcomeOf } from './results.ts'
import type { LexiconMetric } from './slot.ts'
import type { Surroundings } from './surroundings.ts'

/** True when the slot has words of its own and the metric was named only by words farther off: 检查企业x家，暂停协议x家. */
export function countsElse(index: LexiconIndex, candidate: Candidate, around: Surroundings): boolean {
  if (candidate.literal !== null) return doneOtherwise(candidate, around)
  return ownLength(around) - narrowedBy(index, candidate, around) >= 2
}

/** 暂停协议, 下架图书: the noun is the metric's, what was done to it is not. */
function doneOtherwise({ metric, literal, score }: Candidate, { pre }: Surroundings): boolean {
  if (score >= strongScore || metric.form === 'latest') return false
  const first = Math.min(...(literal ?? []).map(({ start }) => start))
  const verb = otherActs.exec(pre.slice(0, first).replace(/^[、（]|^(?:其中|共|全年)/, ''))?.[0]
  return verb !== undefined && !metric.phrases.some((phrase) => phrase.includes(verb))
}

/** x个窗口获“青年文明号”, x名职工被授予: what follows counts honours, whoever got them. */
export function isHonoured({ metric }: Candidate, { post }: Surroundings): boolean {
  return metric.kind !== 'honour' && /^[\u4e00-\u9fff]{1,10}?(?:分?获(?![得取批])|荣获|获评|入选|被(?:授予|评[为选定]|命名|认定|确定为|表彰))/.test(post)
}

/** 应办结x件, 拟新建x个: what should be done is not done. */
export const isYetToDo = ({ pre }: Surroundings): boolean => /(?<![相适响对供])[应拟](?=受理|办结|整改|完成|解决|化解|答复|新建|实施|参加|参保|缴|收)/.test(pre)

/** 上升x个百分点 is said of a rate, a share or a level in %, never of a count. */
export function pointsOfCount(index: LexiconIndex, metric: LexiconMetric, measure: string | null): boolean {
  if (metric.form !== 'change' || measure === null || !measure.endsWith('百分点')) return false
  const changing = index.metrics.get(metric.of ?? '')
  return changing !== undefined && (changing.form === 'count' || changing.form === 'sum' || changing.form === 'distinct')
}

/** 党员占x%, 高级职称x%: a share of things is not how many there are. */
export function isShareOfThings({ metric, matched }: Candidate, measure: string | null): boolean {
  return measure === '%' && metric.spoken.includes('indicator') && metric.form !== 'change' && !/[率比度例平额标压进务划][^\u4e00-\u9fff]*$|压缩|压减|缩短|增长|下降|任务|目标|计划|预算/.test(matched)
}

/** 在全省x个市中列第y位: how many were ranked. */
export const isFieldOfRank = ({ post }: Surroundings): boolean => /^[^，。；]{0,10}[中里](?:综合|总分)?(?:并列|位列|排名?|列|居|位居)/.test(post)

/** 诉求主要集中在门诊报销（x件）: these are kinds of what was counted before, whatever else their words name. */
export function namesKindsOf({ metric }: Candidate, { pre, clause }: Surroundings, earlier: Earlier[]): boolean {
  if (!/(?:集中在|主要涉及|主要反映|主要包括)/.test(`${clause}${pre}`)) return false
  const counted = earlier.find(({ sameParagraph }) => sameParagraph)
  return counted === undefined || counted.metric.kind !== metric.kind
}

/** 差评整改率, 三会一课按时完成率: a rate of something the metric does not say. */
export function isRateOfElse(index: LexiconIndex, candidate: Candidate, around: Surroundings): boolean {
  if (candidate.metric.form !== 'rate' || candidate.literal === null) return false
  return uncoveredBy(index, candidate, around).before >= 2
}

/** 自助借还占外借总量的x%: a metric named only by 占…总量 is meant where its own things are the whole and were spoken of. */
export function isShareOfElse(index: LexiconIndex, { metric, matched }: Candidate, { pre, clause, sentence }: Surroundings, earlier: Earlier[]): boolean {
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
export function sumsExtreme(metric: LexiconMetric, { pre }: Surroundings): boolean {
  const word = extremes.exec(pre)?.[0]
  return word !== undefined && (metric.form === 'count' || metric.form === 'sum') && !metric.phrases.some((phrase) => phrase.includes(word))
}

export const extremes = /最高|最低|最多|最少|最长|最短|人均|户均|生均|日均|周均|月均|年均|平均/

/** 摸排账号x个 and 为x名学生开展筛查 count what was gone through or served, not what there is. */
export function isStockOfActed({ metric, literal }: Candidate, { pre, post, clause }: Surroundings): boolean {
  if (metric.form !== 'latest' || !metric.spoken.includes('indicator') || literal === null) return false
  if (/(?:^|[，、])(?:为|对|给)$/.test(pre) && /^[\u4e00-\u9fff]{0,10}(?:开展|进行|实施|提供)/.test(post)) return true
  const first = Math.min(...literal.map(({ start }) => start))
  const last = Math.max(...literal.map(({ end }) => end))
  if (publishes.test(pre.slice(last))) return true
  const lead = `${/^[、和及]/.test(pre) ? clause : ''}${pre.slice(0, first)}`
  return inspecting.test(lead)
}

/** 微信公众号发布x条: the account is who did it. */
const publishes = /^[^，。；]{0,6}(?:发布|推送|转发|发送|刊发|更新|举办|开展|组织|召开|处理|受理|接待|服务|办理)/
const inspecting = /(?:摸排|排查|检查|督查|抽查|核查|巡查|登记备案|摸排登记)[^，。；率]{0,14}$/
const strongScore = 7
/** Acts that take away from, pass on or merely touch what they name: none of them makes one more of it. */
const otherActs = /支持|涉及|审减|免罚|暂停|解除|终止|取消|撤销|废止|下架|拆除|淘汰|退回|退缴|接听|收到|适用|列席|邀请|挂牌|审查|评审|上报|吸纳|仅有|缺口|应当|调整|撤换|人均|生均|平均|责令|公开|纳入|暂扣|吊销|收缴|没收|删除|屏蔽|清理/

/** True when the words that matched are few and others beside the slot say what is counted: 社区 of 无违建社区, 入户 of 入户宣传. */
export function leavesUnsaid(index: LexiconIndex, { metric, matched, literal, score }: Candidate, around: Surroundings): boolean {
  if (literal === null) return false
  const { between, before } = uncoveredBy(index, { metric, matched, literal, score }, around)
  const length = literal.reduce((sum, span) => sum + span.end - span.start, 0)
  if (metric.spoken.includes('indicator')) return length <= 3 && (between + before > 0 || (matched.endsWith('率') && outcomeOf({ ...around, pre: matched, post: '' }) !== null))
  return length <= 2 && between > 0
}

/** 排查入河排污口x个，完成整治y个: a bare result is one of what the sentence just counted, whatever else has that result. */
export function isResultOfElse(pre: string, asked: ResolveAsked, best: Candidate, previous: Earlier | undefined): boolean {
  const bare = bareResult.test(pre.replace(/[^\u4e00-\u9fff]/g, ''))
  if (!bare) return false
  return asked.afterUnbound || (previous !== undefined && previous.metric.kind !== best.metric.kind)
}

const bareResult = /^(?:目前|现)?(?:已|均|全部|共)?(?:完成|按期|按时)?(?:办结|整改|化解|解决|整治|处置|修复|结案|销号|满意|合格|回复|覆盖|成功|办复|采纳|查实|问题)(?:到位|完成|率)?(?:均?[为达是]|达到|保持在?)?$/

