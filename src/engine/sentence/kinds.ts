import { placesOf } from './choices.ts'
import type { SentenceKind, SentenceLexicon } from './lexicon.ts'

export interface KindScore {
  kind: SentenceKind
  score: number
}

/**
 * The kinds a sentence may speak of, the likelier first; `begin` is where it begins behind its day. Chinese names carry their noun last: of the words that name
 * kinds, those at the end of their clause say what was done, those before it what it was about.
 */
export function kindsOf(text: string, lexicon: SentenceLexicon, begin = 0): KindScore[] {
  return lexicon.kinds
    .map((kind) => ({ kind, score: phraseScore(text, kind, begin) }))
    .filter(({ score }) => score > 0)
    .map(({ kind, score }) => ({ kind, score: score + categoryScore(text, kind, lexicon) }))
    .sort((a, b) => b.score - a.score)
}

function phraseScore(text: string, { phrases }: SentenceKind, begin: number): number {
  const firstClause = clauseEnd(text, begin)
  let best = 0
  for (const phrase of phrases) {
    const [head = '', tail] = phrase.split('…')
    for (const at of placesOf(text, head)) {
      const end = tail === undefined || tail === '' ? at + head.length : tailEnd(text, at + head.length, tail)
      if (end === null) continue
      const place = at <= begin ? 3 : at < firstClause ? 2 : 0
      best = Math.max(best, 2 * (head.length + (tail?.length ?? 0)) + (isMeasure(tail) ? 0 : endBonus(text, end)) + place)
    }
  }
  return best
}

/** 发放…份 says how many there were, not what they were: it names no kind at the end of its clause. */
function isMeasure(tail: string | undefined): boolean {
  return tail?.length === 1
}

function clauseEnd(text: string, begin: number): number {
  const end = text.slice(begin + 1).search(/[，。；,;]/)
  return end < 0 ? text.length : begin + 1 + end
}

const furthestTail = 24

function tailEnd(text: string, from: number, tail: string): number | null {
  const clause = text.slice(from, from + furthestTail).split(/[，。；,;]/)[0] ?? ''
  const at = clause.lastIndexOf(tail)
  return at < 0 ? null : from + at + tail.length
}

function endBonus(text: string, end: number): number {
  const rest = text.slice(end)
  if (/^(?:[班课会赛]|台账)?(?:[，。；,;、：:\s]|$)/.test(rest)) return 4
  return /^[（(《\d一二两三四五六七八九十]/.test(rest) ? 3 : 0
}

/** A value of a required facet that the sentence says tells the kind apart from those without it. */
function categoryScore(text: string, kind: SentenceKind, lexicon: SentenceLexicon): number {
  const required = kind.fields.filter((field) => field.type === 'choice' && field.required)
  const longest = required.map(({ vocabulary }) =>
    (lexicon.vocabularies[vocabulary ?? ''] ?? []).reduce(
      (most, { title, synonyms }) => [title, ...synonyms].reduce((long, word) => (word.length > long && text.includes(word) ? word.length : long), most),
      0,
    ),
  )
  return Math.max(0, ...longest) / 2
}
