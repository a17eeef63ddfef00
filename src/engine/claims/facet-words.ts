import type { Synonym } from './lexicon-index.ts'
import { endOfMatch } from './matching.ts'

/** A word of a vocabulary in a text. */
export interface Hit {
  id: string
  start: number
  end: number
}

/** The longest word that stands in the text where `allowed`; of equally long ones the last, which is nearest the slot. */
export function longestIn(words: Synonym[], text: string, allowed: (start: number, end: number) => boolean): Hit | null {
  const byFirst = firstLetters(words)
  const best = { id: '', start: -1, end: -1 }
  let bestLength = -1
  for (let at = 0; at < text.length; at += 1) {
    for (const { word, id } of byFirst.get(text[at] ?? '') ?? []) {
      const length = lettersOf(word)
      if (length < bestLength || (length === bestLength && best.start === at)) continue
      const end = endOfMatch(text, at, word)
      if (end < 0 || !allowed(at, end)) continue
      Object.assign(best, { id, start: at, end })
      bestLength = length
    }
  }
  return best.start < 0 ? null : best
}

/** Words with a gap say less than the same words together. */
const lettersOf = (word: string): number => (word.includes('…') ? word.length - 1.5 : word.length)

const indexed = new WeakMap<Synonym[], Map<string, Synonym[]>>()

function firstLetters(words: Synonym[]): Map<string, Synonym[]> {
  const known = indexed.get(words)
  if (known !== undefined) return known
  const built = new Map<string, Synonym[]>()
  for (const synonym of words) {
    const first = synonym.word[0] ?? ''
    const list = built.get(first)
    if (list === undefined) built.set(first, [synonym])
    else list.push(synonym)
  }
  indexed.set(words, built)
  return built
}

/**
 * The hit with the words of its own value that it overlaps (理论学习中心组专题学习 is one noun of two synonyms), or, of two
 * values that touch, the former, which says which of the latter: 中心组 of 中心组集体学习.
 */
export function wholeNoun(hit: Hit, words: Synonym[], own: string, allows: (start: number, end: number) => boolean): Hit {
  const starts = words.filter(({ id }) => id === hit.id).flatMap(({ word }) => {
    const at = own.lastIndexOf(word, hit.start)
    return at >= 0 && at + word.length > hit.start && allows(at, hit.end) ? [at] : []
  })
  const start = Math.min(hit.start, ...starts)
  const former = words.find(({ word, id }) => id !== hit.id && word.length >= 3 && own.slice(0, start).endsWith(word) && allows(start - word.length, start))
  return former === undefined ? { ...hit, start } : { id: former.id, start: start - former.word.length, end: hit.end }
}

/** 来信来访来电 together: the values of one facet that stand side by side, in reading order; none when there is but one. */
export function joinedWith(hit: Hit, words: Synonym[], own: string, allows: (start: number, end: number) => boolean): Hit[] {
  const all = [hit]
  for (const { word, id } of words) {
    for (let at = own.indexOf(word); at >= 0; at = own.indexOf(word, at + 1)) {
      const end = at + word.length
      if (allows(at, end) && !all.some((other) => other.start < end && at < other.end)) all.push({ id, start: at, end })
    }
  }
  const sorted = all.sort((one, other) => one.start - other.start)
  const beside = sorted.filter((one, at) => [sorted[at - 1], sorted[at + 1]].some((other) => other !== undefined && other.id !== one.id && standsBeside(one, other, own)))
  return beside.includes(hit) ? beside : []
}

/** 来信、来访 and 来信来访 are two values; 中心组集中学习 is one noun of two words. */
function standsBeside(one: Hit, other: Hit, own: string): boolean {
  const between = own.slice(Math.min(one.end, other.end), Math.max(one.start, other.start))
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  const came = /来[信访电]$/
  const alike = between === '' && ((one.end - one.start === other.end - other.start && one.end - one.start <= 3) || (came.test(own.slice(first.start, first.end)) && came.test(own.slice(second.start, second.end))))
  return alike || /^[\u4e00-\u9fff]{0,2}[、及和与或]$/.test(between)
}
