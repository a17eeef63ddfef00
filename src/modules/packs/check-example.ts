import type { PackProblem, Path } from './problem.ts'
import type { PackEntry } from './read-pack.ts'
import type { Example } from './schema/example.ts'
import type { Kind } from './schema/kind.ts'
import type { Scope } from './scope.ts'

type Say = (path: Path, message: string) => void

/** References of an example that lead nowhere; whether its numbers come out is found by running it. */
export function checkExample(example: PackEntry<Example>, scope: Scope): PackProblem[] {
  const problems: PackProblem[] = []
  const say: Say = (path, message) => problems.push({ file: example.file, line: example.lineOf(path), message })
  example.value.given.forEach((record, index) => {
    const kind = scope.kinds.get(record.kind)
    if (kind === undefined) say(['given', index, 'kind'], `没有台账类型“${record.kind}”`)
    else checkFacets(record.kind, record.fields, kind, scope, ['given', index, 'fields'], say)
  })
  example.value.expect.forEach((expected, index) => {
    const metric = scope.metrics.get(expected.metric)
    if (metric === undefined) return say(['expect', index, 'metric'], `没有指标“${expected.metric}”`)
    const kind = scope.kinds.get(metric.kind)
    if (kind !== undefined) checkFacets(metric.kind, expected.facets, kind, scope, ['expect', index, 'facets'], say)
  })
  return problems
}

/** Fields or facets that a kind does not have, and values that a closed vocabulary does not list. */
export function checkFacets(kindId: string, fields: Record<string, unknown>, kind: Kind, scope: Scope, at: Path, say: Say): void {
  for (const [id, value] of Object.entries(fields)) {
    const field = kind.fields[id]
    if (field === undefined) {
      say([...at, id], `台账类型“${kindId}”没有字段“${id}”`)
      continue
    }
    const vocabulary = field.vocabulary === undefined ? undefined : scope.vocabularies.get(field.vocabulary)
    if (vocabulary === undefined || vocabulary.open) continue
    for (const single of Array.isArray(value) ? value : [value]) {
      if (vocabulary.values[String(single)] === undefined) say([...at, id], `取值表“${field.vocabulary}”没有“${String(single)}”`)
    }
  }
}
