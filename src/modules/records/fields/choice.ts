import type { Vocabulary } from '../../packs/schema/vocabulary.ts'
import type { FieldType } from './field-type.ts'
import { problemOf } from './text.ts'

/** A value of a vocabulary, kept by its id; an open vocabulary keeps other words as they were typed. */
export const choice: FieldType = {
  column: 't',
  check: (value, { vocabulary }) => {
    const problem = problemOf(value)
    if (problem !== null || vocabulary === null || vocabulary.open) return problem
    return Object.hasOwn(vocabulary.values, String(value)) ? null : unknownValue(String(value), vocabulary)
  },
  toColumn: (value) => value,
}

function unknownValue(typed: string, vocabulary: Vocabulary): string {
  const titles = Object.values(vocabulary.values).map((value) => value.title)
  const shown = titles.length > 12 ? `${titles.slice(0, 12).join('、')}等` : titles.join('、')
  return `“${typed.slice(0, 40)}”不在“${vocabulary.title}”之内，可填：${shown}`
}
