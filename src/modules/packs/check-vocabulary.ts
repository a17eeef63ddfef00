import type { PackProblem } from './problem.ts'
import type { PackEntry } from './read-pack.ts'
import type { Vocabulary } from './schema/vocabulary.ts'

/** A word may mean one value only, or ledgers and reports could not be read. */
export function checkVocabulary(vocabulary: PackEntry<Vocabulary>): PackProblem[] {
  const problems: PackProblem[] = []
  const owner = new Map<string, string>()
  for (const [id, value] of Object.entries(vocabulary.value.values)) {
    for (const word of new Set([id, value.title, ...value.synonyms])) {
      const other = owner.get(word)
      if (other === undefined) owner.set(word, id)
      else {
        const message = `“${word}”已是取值“${other}”的写法，一个写法只能属于一个取值`
        problems.push({ file: vocabulary.file, line: vocabulary.lineOf(['values', id]), message })
      }
    }
  }
  return problems
}
