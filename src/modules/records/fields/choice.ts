import type { Vocabulary } from '../../packs/schema/vocabulary.ts'
import { plain } from './field-type.ts'
import type { FieldType } from './field-type.ts'
import { problemOf } from './text.ts'

/** A value of a vocabulary, kept by its id; an open vocabulary keeps other words as they were typed. */
export const choice: FieldType = {
  column: 't',
  parse: (cell, { vocabulary }) => {
    const typed = plain(cell)
    const id = vocabulary === null ? undefined : wordsOf(vocabulary).get(typed)
    if (id !== undefined) return { value: id }
    if (vocabulary === null || vocabulary.open) return { value: typed }
    return { problem: unknownValue(typed, vocabulary) }
  },
  check: (value, { vocabulary }) => {
    const problem = problemOf(value)
    if (problem !== null || vocabulary === null || vocabulary.open) return problem
    return Object.hasOwn(vocabulary.values, String(value)) ? null : unknownValue(String(value), vocabulary)
  },
  toColumn: (value) => value,
}

const words = new WeakMap<Vocabulary, Map<string, string>>()

/** Every spelling of a vocabulary's values, with the value's id. */
function wordsOf(vocabulary: Vocabulary): Map<string, string> {
  const known = words.get(vocabulary)
  if (known !== undefined) return known
  const spellings = new Map<string, string>()
  for (const [id, value] of Object.entries(vocabulary.values)) {
    for (const word of [id, value.title, ...value.synonyms]) spellings.set(plain(word), id)
  }
  words.set(vocabulary, spellings)
  return spellings
}

function unknownValue(typed: string, vocabulary: Vocabulary): string {
  const titles = Object.values(vocabulary.values).map((value) => value.title)
  const shown = titles.length > 12 ? `${titles.slice(0, 12).join('、')}等` : titles.join('、')
  return `“${typed.slice(0, 40)}”不在“${vocabulary.title}”之内，可填：${shown}`
}
