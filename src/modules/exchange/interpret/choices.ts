import type { Vocabulary } from '../../packs/schema/vocabulary.ts'
import type { Parsed } from './dates.ts'
import { normal } from './normal.ts'

/** A vocabulary prepared for lookup. */
export interface Choices {
  open: boolean
  exact: Map<string, string>
  /** Titles and synonyms of two characters and more, longest first. */
  words: { word: string; id: string }[]
  titles: Map<string, string>
}

export function choicesOf(vocabulary: Vocabulary): Choices {
  const exact = new Map<string, string>()
  const titles = new Map<string, string>()
  for (const [id, { title, synonyms }] of Object.entries(vocabulary.values)) {
    titles.set(id, title)
    for (const word of [id, title, ...synonyms].map(normal)) if (!exact.has(word)) exact.set(word, id)
  }
  const words = [...exact].map(([word, id]) => ({ word, id })).filter(({ word, id }) => word.length >= 2 && word !== id)
  return { open: vocabulary.open, exact, words: words.sort((a, b) => b.word.length - a.word.length), titles }
}

/**
 * A value by id, title or synonym; in an open vocabulary else by the longest synonym it contains,
 * else it stays the unit's own word.
 */
export function parseChoice(text: string, choices: Choices): Parsed<string> {
  const id = choices.exact.get(normal(text))
  if (id !== undefined) return { value: id }
  if (choices.open) return { value: wordsIn(text, choices, 1)[0] ?? text }
  const allowed = [...choices.titles.values()]
  const shown = allowed.slice(0, 12).join('、')
  return { error: `“${text.slice(0, 30)}”不在可选范围内，可填：${shown}${allowed.length > 12 ? '等' : ''}` }
}

const separators = /[、,，/;；|\n]+/

/** Several values in one cell, split by 、,，/;；. */
export function parseChoices(text: string, choices: Choices, most: number): Parsed<string[]> {
  const whole = choices.exact.get(normal(text))
  if (whole !== undefined) return { value: [whole] }
  const values = new Set<string>()
  for (const part of text.split(separators).map((piece) => piece.trim())) {
    if (part === '') continue
    const parsed = parseChoice(part, choices)
    if ('error' in parsed) return parsed
    values.add(parsed.value)
  }
  return values.size > most ? { error: `最多填 ${most} 项，这里有 ${values.size} 项` } : { value: [...values] }
}

/** Values whose words a text contains, the longest word first, none inside another; at most `most`. */
export function wordsIn(text: string, choices: Choices, most: number): string[] {
  let rest = normal(text)
  const found = new Set<string>()
  for (const { word, id } of choices.words) {
    if (!rest.includes(word)) continue
    found.add(id)
    if (found.size >= most) break
    rest = rest.replaceAll(word, '\n')
  }
  return [...found]
}
