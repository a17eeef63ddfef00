import type { Candidate } from './bind.ts'
import type { LexiconIndex } from './lexicon-index.ts'
import type { Surroundings } from './surroundings.ts'

/** Characters of the object counted that neither the matched phrase nor a facet of the metric accounts for. */
export interface Uncovered {
  /** Between the matched words and the slot. */
  between: number
  /** In the noun that follows the measure word. */
  after: number
  /** Directly before the matched words: 政府采购 in 政府采购投诉. */
  before: number
}

const objectLength = 8
const boundary = /[，。；：、！？,;:()（）\s“”《》]|\p{Cc}/u

/** How much of the object beside a slot a candidate leaves unsaid; verbs, fillers and names of offices say nothing. */
export function uncoveredBy(index: LexiconIndex, candidate: Candidate, around: Surroundings): Uncovered {
  const text = `${around.pre}\u0001${around.post}`
  const slotAt = around.pre.length
  const covered = coveredIn(index, candidate, text)
  const spans = candidate.literal ?? []
  const left = spans.filter((span) => span.end <= slotAt)
  const matchEnd = Math.max(-1, ...left.map((span) => span.end))
  const right = spans.filter((span) => span.start > slotAt)
  const rightStart = right.length === 0 ? -1 : Math.min(...right.map((span) => span.start))
  const first = left.length === 0 ? -1 : Math.min(...left.map((span) => span.start))
  const open = (from: number, to: number) => countOpen(text, covered, from, to)
  return {
    between: matchEnd >= 0 ? open(matchEnd, slotAt) : open(Math.max(wordStart(text, slotAt), 0), slotAt),
    after: open(slotAt + 1, rightStart >= 0 ? rightStart : nounEnd(text, slotAt + 1)),
    before: first < 0 ? 0 : runBefore(text, covered, first),
  }
}

function coveredIn(index: LexiconIndex, candidate: Candidate, text: string): boolean[] {
  const covered = Array.from({ length: text.length }, () => false)
  const cover = (start: number, end: number) => covered.fill(true, start, end)
  for (const span of candidate.literal ?? []) cover(span.start, span.end)
  for (const vocabulary of Object.values(candidate.metric.facets)) {
    for (const { word } of index.synonyms.get(vocabulary) ?? []) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) cover(at, at + word.length)
    }
  }
  for (const match of text.matchAll(sayingNothing)) cover(match.index, match.index + match[0].length)
  return covered
}

/** Verbs of doing, fillers, offices and areas: they say who did it and how, not what is counted. */
const sayingNothing =
  /全年|总|现有|共有|设有|拥有|建有|年内|今年|本年|截至|目前|累计|共计|总计|合计|总共|分别|其中|达到?|约|近|为|已|均|全部|了|的|各|并|及|和|与|对|在|向|由|将|以|等|共|召开|开展|组织|举办|举行|完成|受理|办理|接收|收到|承办|制定|制订|修订|印发|出台|发布|下发|发放|参加|参与|累计|实现|处理|办结|答复|发现|查处|整改|检查|排查|实施|推进|新增|新建|建成|工作|活动|情况|会议|各类|各级|有关|相关|主要|全[市县区省国院校局镇乡系行馆社所站队司厂街]统?|我[市县区局院校行馆]|本[市县区局院校行馆]|[市县区]级|[市县区]?[委局院校]?(?:党组|党委|党总支|支部|机关)|局|专题|专项|集中|系列|重点|[\u4e00-\u9fff]{0,6}(?:大厅|窗口|平台|热线|卫生院|医院|图书馆|公司|大队|网格员)|业务|由|从|升至|人员|人次|以上|余|还|其|次|期|场|项|个|\d+/g

function countOpen(text: string, covered: boolean[], from: number, to: number): number {
  let open = 0
  for (let at = from; at < to; at += 1) if (covered[at] !== true && /[\u4e00-\u9fffA-Za-z]/.test(text[at] ?? '')) open += 1
  return open
}

function wordStart(text: string, slotAt: number): number {
  let at = slotAt
  while (at > 0 && slotAt - at < objectLength && !boundary.test(text[at - 1] ?? '')) at -= 1
  return at
}

function nounEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && at - from < objectLength && !boundary.test(text[at] ?? '')) at += 1
  return at
}

function runBefore(text: string, covered: boolean[], first: number): number {
  let at = first
  while (at > 0 && first - at < 4 && covered[at - 1] !== true && !boundary.test(text[at - 1] ?? '')) at -= 1
  return first - at
}
