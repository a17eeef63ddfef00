import type { LexiconIndex, Phrase } from './lexicon-index.ts'
import { endOfMatch } from './matching.ts'
import type { LexiconMetric, SlotForm } from './slot.ts'
import type { Surroundings } from './surroundings.ts'
import { weights } from './weights.ts'

export interface Asked {
  form: SlotForm | null
  measure: string | null
  /** Kind of the record the previous slot of the sentence counts: lists go on about the same thing. */
  previousKind: string | null
}

export type ResolveAsked = Omit<Asked, 'previousKind'> & {
  /** True when the figure before it in the sentence means nothing the packs know. */
  afterUnbound: boolean
  /** True when the very figure before it in the sentence means nothing the packs know. */
  besideUnbound?: boolean
}

export interface Candidate {
  metric: LexiconMetric
  score: number
  /** The words that matched, and where they stand in the slot's own words (`pre`, slot, `post`); null farther away. */
  matched: string
  literal: { start: number; end: number }[] | null
}

/** The metrics a slot may mean, best first. Words near the slot count more than words far from it. */
export function candidatesFor(index: LexiconIndex, around: Surroundings, asked: Asked): Candidate[] {
  const best = new Map<string, Candidate>()
  const joined = `${around.pre}\u0001${around.post}`
  const slotAt = around.pre.length
  for (const hit of hitsIn(index, joined)) consider(best, hit, nearness(hit, slotAt, joined), literalOf(hit))
  if (asked.measure !== null) for (const hit of hitsByMeasure(index, around.pre, asked.measure)) consider(best, hit, 1.05, [{ start: hit.start, end: hit.headEnd }, { start: slotAt, end: slotAt }])
  for (const hit of hitsIn(index, around.clause)) consider(best, hit, weights.clause, null)
  const earlier = around.follows ? weights.beyond : weights.sentence
  for (const hit of hitsIn(index, around.sentence)) consider(best, hit, earlier, null)
  return [...best.values()]
    .map((candidate) => ({ ...candidate, score: candidate.score + agreement(candidate, asked) }))
    .sort((a, b) => b.score - a.score || a.metric.id.localeCompare(b.metric.id))
}

interface Hit {
  phrase: Phrase
  start: number
  headEnd: number
  end: number
  text: string
}

const longestGap = 14

/** Every phrase of the lexicon in a stretch of text; a 「…」 stands for up to 14 characters, the slot included. */
function hitsIn(index: LexiconIndex, text: string): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < text.length; at += 1) {
    for (const phrase of index.phrases.get(text[at] ?? '') ?? []) {
      const headEnd = endOfMatch(text, at, phrase.head)
      if (headEnd < 0) continue
      if (phrase.tail === null) {
        hits.push({ phrase, start: at, headEnd, end: headEnd, text: phrase.head })
        continue
      }
      const tailAt = text.indexOf(phrase.tail, headEnd)
      if (tailAt < 0 || tailAt - headEnd > longestGap || /[，。；、]/.test(text.slice(headEnd, tailAt))) continue
      hits.push({ phrase, start: at, headEnd, end: tailAt + phrase.tail.length, text: text.slice(at, tailAt + phrase.tail.length) })
    }
  }
  return hits
}

/** 约谈…家: phrases whose last word is the measure word of the slot, which stands between its own words. */
function hitsByMeasure(index: LexiconIndex, pre: string, measure: string): Hit[] {
  const hits: Hit[] = []
  for (let at = Math.max(0, pre.length - longestGap - 4); at < pre.length; at += 1) {
    for (const phrase of index.phrases.get(pre[at] ?? '') ?? []) {
      if (phrase.tail !== measure) continue
      const headEnd = endOfMatch(pre, at, phrase.head)
      if (headEnd >= 0 && !/[，。；、]/.test(pre.slice(headEnd))) hits.push({ phrase, start: at, headEnd, end: pre.length, text: pre.slice(at) })
    }
  }
  return hits
}

/** 1 for words that touch the slot on either side, less with every character between. */
function nearness({ start, end }: Hit, slotAt: number, joined: string): number {
  if (start < slotAt && end > slotAt + 1) return 1.05
  if (end <= slotAt) {
    const between = joined.slice(end, slotAt).replace(/(?:全年|累计|共计|总计|共|分别|达到?|约|近|了|为|的|有|已|并|工作|活动|情况|等)/g, '')
    return Math.max(0.5, 1 - between.length * weights.gapBefore)
  }
  const between = joined.slice(slotAt + 1, start)
  return Math.max(0.5, 1 - between.length * weights.gapBehind)
}

/** The words of a phrase that stand there, without what its 「…」 covers. */
function literalOf({ phrase, start, headEnd, end }: Hit): { start: number; end: number }[] {
  const head = { start, end: headEnd }
  return phrase.tail === null ? [head] : [head, { start: end - phrase.tail.length, end }]
}

function consider(best: Map<string, Candidate>, { phrase, text: matched }: Hit, near: number, literal: Candidate['literal']): void {
  const broad = phrase.weight <= 2 ? weights.short : 1
  const score = Math.min(phrase.weight, 8) * near * broad
  const known = best.get(phrase.metric.id)
  if (known !== undefined && known.literal !== null && literal === null) return
  if (known === undefined || score > known.score) best.set(phrase.metric.id, { metric: phrase.metric, score, matched, literal })
}

const percentForms = new Set(['share', 'rate', 'change'])

/** How well measure word and form of the sentence go with the metric's. */
function agreement({ metric, matched }: Candidate, asked: Asked): number {
  let sum = asked.measure === null ? (metric.spoken.includes('indicator') ? weights.measure : 0) : metric.measures.includes(asked.measure) ? weights.measure : sameFold(metric, asked.measure) ? weights.fold : weights.otherMeasure
  if (asked.form === 'change') sum += metric.form === 'change' ? (isChangeItself(matched) ? 0 : weights.change) : isLevelOfChange(metric, matched) && asked.measure === '%' ? weights.change : -4
  else if (metric.form === 'change') sum -= 5
  if (asked.form === 'share' || asked.form === 'rate') {
    sum += metric.form === asked.form ? weights.sameForm : percentForms.has(metric.form) ? weights.otherPercent : metric.measures.includes('%') ? 0 : -5
  } else if (metric.form === 'share' || metric.form === 'rate') sum -= 5
  if (asked.form === 'rank') sum += /rank/.test(metric.id) ? 5 : -6
  else if (/rank/.test(metric.id)) sum -= 5
  if (asked.form === 'score') sum += /score|average/.test(metric.id) ? 1 : -4
  if (asked.form === 'duration' && metric.form !== 'latest') sum -= metric.measures.includes(asked.measure ?? '') ? 0 : 3
  if (asked.previousKind !== null && asked.previousKind === metric.kind) sum += weights.sameKind
  return sum
}

/** 工业增加值增速, 压减时限: an indicator that is a change itself. */
const isChangeItself = (words: string): boolean => /增速|增幅|增长|下降|降幅|压减|压缩|缩短/.test(words)
const isLevelOfChange = (metric: LexiconMetric, matched: string): boolean => metric.form === 'latest' && metric.spoken.includes('indicator') && isChangeItself(matched)

function sameFold(metric: LexiconMetric, measure: string): boolean {
  return metric.measures.some((own) => own.replace(/^[万亿千]/, '') === measure.replace(/^[万亿千]/, ''))
}
