import type { Quantity } from './quantities.ts'
import { clauseAround, sentenceStart } from './reading.ts'

/** The words around a slot that say what it counts, nearest first. */
export interface Surroundings {
  /** From the previous slot or the start of the clause up to the slot. */
  pre: string
  /** From the measure word up to the next slot or the end of the clause. */
  post: string
  /** Earlier words of the same clause, before the previous slot. */
  clause: string
  /** Earlier clauses of the sentence, nearest last. */
  sentence: string
  /** True when a slot stands between this clause's words and the sentence before it. */
  follows: boolean
  /** The names of the body whose report it is. */
  body: string
}

/** Cuts a paragraph around one of its slots. `body` names whose report it is. */
export function surroundingsOf(text: string, quantity: Pick<Quantity, 'start' | 'end' | 'measureEnd'>, others: Pick<Quantity, 'start' | 'measureEnd'>[], body: string): Surroundings {
  const bounds = clauseAround(text, quantity.start, quantity.measureEnd)
  const before = others.filter((other) => other.measureEnd <= quantity.start && other.measureEnd > bounds.start)
  const previousEnd = Math.max(bounds.start, ...before.map((other) => other.measureEnd))
  const next = others.filter((other) => other.start >= quantity.measureEnd && other.start < bounds.end)
  const nextStart = Math.min(bounds.end, ...next.map((other) => other.start))
  const from = sentenceStart(text, bounds.start)
  const named = respectively(text, bounds.start, quantity, others)
  const lastEnd = Math.max(quantity.measureEnd, ...next.map((other) => other.measureEnd))
  const ofPrevious = before.length > 0 && objectOfPrevious.test(text.slice(previousEnd, quantity.start)) && /^[\u4e00-\u9fff]{2}/.test(text.slice(quantity.measureEnd, nextStart))
  return {
    pre: named ?? (ofPrevious ? '' : text.slice(previousEnd, quantity.start)),
    post: named === null ? cutPost(text.slice(quantity.measureEnd, nextStart), next.length > 0) : cutPost(text.slice(lastEnd, bounds.end), false),
    clause: text.slice(bounds.start, ofPrevious ? quantity.start : previousEnd),
    sentence: text.slice(Math.max(from, bounds.start - 80), bounds.start),
    follows: others.some((other) => other.start >= from && other.measureEnd <= bounds.start),
    body,
  }
}

/** 调解委员会、 of 96个调解委员会、412名调解员: the object of the number before. */
const objectOfPrevious = /^[\u4e00-\u9fff]{2,12}[、和及与]$/

/** 来信、来访分别为x件、x件: the n-th number after 分别 belongs to the n-th name before it, with the head noun of the last. */
function respectively(text: string, from: number, quantity: Pick<Quantity, 'start'>, others: Pick<Quantity, 'start' | 'measureEnd'>[]): string | null {
  const turn = turnOf(text, from, quantity, others)
  if (turn === null) return null
  const lead = text.slice(from, turn.at).replace(/^.*(?:其中|，)/, '')
  const names = lead.split(/[、和及与]/).filter((name) => name.trim() !== '')
  const name = names.slice(-turn.of)[turn.place]
  if (names.length < 2 || name === undefined) return null
  const verb = sharedVerb.exec(names[0] ?? '')?.[0] ?? ''
  const head = name === names.at(-1) ? '' : sharedHead(names.at(-2) ?? '', names.at(-1) ?? '')
  const done = text.slice(turn.at + 2, turn.first).replace(/^[为达有是]+|[为达有是]+$/g, '')
  return `${turn.place === 0 ? '' : verb}${done}${level.test(name) ? `${name}级` : name}${head}`
}

/** 中央、省、市主流媒体: what a level leaves unsaid is the noun of the last. */
const level = /^(?:在)?(?:中央|国家|省|市|县|区|乡镇)$/

const sharedVerb = /^(?:[全共]年?)?(?:举办|举行|开展|召开|组织|受理|接收|收到|接待|办理|办结|完成|印发|制定|修订|发布|刊发|制作|新增|新建|发放|查处|排查|检查|培训|报送)/
const headNoun = /(?:率|人数|户数|件数|数量|总量|总额|金额|浓度|均值|得分|比例|比重)$/

/** 患者规范管理率 of 高血压、糖尿病患者规范管理率: what follows a name as long as the one before it, or of Latin letters. */
function sharedHead(before: string, last: string): string {
  if (level.test(before)) return last.replace(/^(?:中央|国家|省|市|县|区|乡镇)级?/, '')
  if (!headNoun.test(last) || headNoun.test(before)) return ''
  const latin = /^[A-Za-z0-9.]+/.exec(last)?.[0].length
  return last.slice(latin ?? Math.min(before.replace(sharedVerb, '').length, last.length - 1))
}

/** Which of how many numbers after 分别 a number of the clause is. */
function turnOf(text: string, from: number, quantity: Pick<Quantity, 'start'>, others: Pick<Quantity, 'start'>[]): { at: number; first: number; place: number; of: number } | null {
  const at = text.slice(from, quantity.start).lastIndexOf('分别')
  if (at < 0) return null
  const place = others.filter((other) => other.start > from + at && other.start < quantity.start).length
  const rest = others.filter((other) => other.start > quantity.start && !/[，。；]/.test(text.slice(quantity.start, other.start))).length
  const first = Math.min(quantity.start, ...others.filter((other) => other.start > from + at).map((other) => other.start))
  return { at: from + at, first, place, of: place + 1 + rest }
}

/** 受理x件、办结x件，同比分别下降x%和x%: the earlier number of the sentence that a number after 分别 goes with. */
export function partnerOf<Counted extends Pick<Quantity, 'start' | 'measure'>>(text: string, quantity: Counted, figures: Counted[]): Counted | null {
  const { start } = clauseAround(text, quantity.start, quantity.start)
  const turn = turnOf(text, start, quantity, figures.filter((other) => other !== quantity))
  if (turn === null || turn.of < 2 || text.slice(start, turn.at).replace(comparison, '') !== '') return null
  const from = sentenceStart(text, start)
  const counted = figures.filter((other) => other.start >= from && other.start < start && other.measure !== '%' && other.measure?.endsWith('百分点') !== true)
  return counted.slice(-turn.of)[counted.length < turn.of ? turn.of : turn.place] ?? null
}

/** What may stand before 分别 when it takes up the numbers before it. */
const comparison = /同比|环比|[较比](?:上年|去年)?(?:同期)?|与(?:上年|去年)(?:同期)?相比|[、和及]|批次|人次|件次|起数|人数/g

/** Words after a 、 and the object of the next figure do not belong to this one. */
function cutPost(post: string, followed: boolean): string {
  const mark = /[、（(]/.exec(post)
  const cut = mark === null ? post : post.slice(0, mark.index)
  return followed ? cut.replace(/(?:和|及|与|并|，)[^和及与并]*$/, '') : cut
}
