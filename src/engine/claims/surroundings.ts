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
  heading: string
}

/** Cuts a paragraph around one of its slots. `heading` is the text of the section the paragraph stands in. */
export function surroundingsOf(text: string, quantity: Pick<Quantity, 'start' | 'end' | 'measureEnd'>, others: Pick<Quantity, 'start' | 'measureEnd'>[], heading: string): Surroundings {
  const bounds = clauseAround(text, quantity.start, quantity.measureEnd)
  const before = others.filter((other) => other.measureEnd <= quantity.start && other.measureEnd > bounds.start)
  const previousEnd = Math.max(bounds.start, ...before.map((other) => other.measureEnd))
  const next = others.filter((other) => other.start >= quantity.measureEnd && other.start < bounds.end)
  const nextStart = Math.min(bounds.end, ...next.map((other) => other.start))
  const from = sentenceStart(text, bounds.start)
  return {
    pre: respectively(text, bounds.start, quantity, others) ?? text.slice(previousEnd, quantity.start),
    post: cutPost(text.slice(quantity.measureEnd, nextStart), next.length > 0),
    clause: text.slice(bounds.start, previousEnd),
    sentence: text.slice(Math.max(from, bounds.start - 80), bounds.start),
    follows: others.some((other) => other.start >= from && other.measureEnd <= bounds.start),
    heading,
  }
}

/** 来信、来访分别为x件、x件: the n-th number after 分别 belongs to the n-th name before it. */
function respectively(text: string, from: number, quantity: Pick<Quantity, 'start'>, others: Pick<Quantity, 'start' | 'measureEnd'>[]): string | null {
  const clause = text.slice(from, quantity.start)
  const at = clause.lastIndexOf('分别')
  if (at < 0) return null
  const place = others.filter((other) => other.start > from + at && other.start < quantity.start).length
  const lead = clause.slice(0, at).replace(/^.*(?:其中|，)/, '')
  const names = lead.split(/[、和及与]/).filter((name) => name.trim() !== '')
  const count = place + 1 + others.filter((other) => other.start > quantity.start && !/[，。；]/.test(text.slice(quantity.start, other.start))).length
  const name = names.slice(-count)[place]
  if (names.length < 2 || name === undefined) return null
  const verb = /^[^、]*?(?=[\u4e00-\u9fff]{0,2}$)/.exec(names[0] ?? '')?.[0] ?? ''
  return place === 0 ? name : `${verb.length <= 4 ? verb : ''}${name}`
}

/** Words after a 、 and the object of the next figure do not belong to this one. */
function cutPost(post: string, followed: boolean): string {
  const mark = /[、（(]/.exec(post)
  const cut = mark === null ? post : post.slice(0, mark.index)
  return followed ? cut.replace(/(?:和|及|与|并|，)[^和及与并]*$/, '') : cut
}

/** Verb and object around a slot as the report words them; where only a direction stands there, the subject before it. */
export function phraseOf({ pre, post, clause, sentence }: Surroundings): string {
  const lead = (/[\u4e00-\u9fffA-Za-z“”《》0-9]{0,14}$/.exec(pre)?.[0] ?? '').replace(/^(?:全年|共|累计|今年以来|年内|其中|并|及|和|与|分别|截至目前)+/, '')
  const object = /^[\u4e00-\u9fffA-Za-z“”《》]{0,10}/.exec(post)?.[0] ?? ''
  if (lead.replace(direction, '') !== '' || object !== '') return `${lead}${object}`
  return `${subjectOf(clause) || subjectOf(sentence)}${lead}`
}

const direction = /同比|环比|比(?:上年|去年|上年同期|去年同期)?|较(?:上年|去年|上年同期|去年同期)?|分别|提高|提升|上升|增长|增加|净增|下降|降低|减少|压缩|缩短|增|降|升|仅|达到?|为|至|到|了|占|由|从|上年|去年|的/g

/** The nouns a clause begins with, before its first number: 农村生活污水治理率由. */
function subjectOf(words: string): string {
  const parts = words.split(/[，；、。：]/).filter((part) => /[\u4e00-\u9fff]{2}/.test(part.replace(direction, '')))
  const last = parts.at(-1) ?? ''
  return (/[\u4e00-\u9fffA-Za-z“”]{2,14}/.exec(last)?.[0] ?? '').replace(/[由从达为占]+[xX×]*$/, '')
}
