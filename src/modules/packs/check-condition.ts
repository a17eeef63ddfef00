import type { Path } from './problem.ts'
import type { Kind } from './schema/kind.ts'
import type { Condition } from './schema/metric.ts'
import type { Scope } from './scope.ts'

export type Say = (path: Path, message: string) => void

/** Mistakes of a condition on the records of a kind; `path` is where it stands in its file. */
export function checkCondition(condition: Condition, path: Path, kind: Kind, kindId: string, scope: Scope, say: Say): void {
  for (const [id, values] of Object.entries(condition)) {
    const field = kind.fields[id]
    if (field === undefined) {
      say([...path, id], `台账类型“${kindId}”没有字段“${id}”`)
      continue
    }
    if (field.type !== 'choice' && !(field.type === 'text' && field.facet)) {
      say([...path, id], `字段“${id}”既不是选项也不是 facet，不能作条件`)
      continue
    }
    const vocabulary = field.vocabulary === undefined ? undefined : scope.vocabularies.get(field.vocabulary)
    if (vocabulary === undefined || vocabulary.open) continue
    for (const value of values) {
      if (vocabulary.values[value] === undefined) say([...path, id], `取值表“${field.vocabulary}”没有“${value}”`)
    }
  }
}
