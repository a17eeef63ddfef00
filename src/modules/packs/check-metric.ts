import { checkCondition, type Say } from './check-condition.ts'
import type { PackProblem } from './problem.ts'
import type { PackEntry } from './read-pack.ts'
import type { Kind } from './schema/kind.ts'
import type { Metric } from './schema/metric.ts'
import type { Scope } from './scope.ts'

/** Mistakes of a metric that its schema cannot see: what its form needs, and references that lead nowhere. */
export function checkMetric(metric: PackEntry<Metric>, scope: Scope): PackProblem[] {
  const problems: PackProblem[] = []
  const say: Say = (path, message) => problems.push({ file: metric.file, line: metric.lineOf(path), message })
  const kind = scope.kinds.get(metric.value.kind)
  if (kind === undefined) {
    say(['kind'], `没有台账类型“${metric.value.kind}”；本包及其 needs 中都没有`)
    return problems
  }
  checkForm(metric.value, scope, say)
  checkFields(metric.value, kind, say)
  for (const part of ['where', 'excluding', 'part'] as const) {
    checkCondition(metric.value[part] ?? {}, [part], kind, metric.value.kind, scope, say)
  }
  return problems
}

function checkForm(metric: Metric, scope: Scope, say: Say): void {
  const { form, field, part, of, over } = metric
  if (['sum', 'distinct', 'latest'].includes(form) && field === undefined) say(['form'], `form: ${form} 要写 field（对哪个字段计算）`)
  if (['count', 'change'].includes(form) && field !== undefined) say(['field'], `form: ${form} 不用 field`)
  if (form === 'share' && part === undefined && metric.narrows !== 'part') say(['form'], 'form: share 要写 part（占比的那一部分）或 narrows: part')
  if (form === 'rate' && part === undefined && over === undefined) say(['form'], 'form: rate 要写 part（分子的条件），或 field 与 over')
  if (over !== undefined && (form !== 'rate' || field === undefined)) say(['over'], 'over 只用于写了 field 的 form: rate')
  if (part !== undefined && form !== 'share' && form !== 'rate') say(['part'], `form: ${form} 不用 part`)
  if (metric.narrows === 'part' && form !== 'share' && form !== 'rate') say(['narrows'], 'narrows: part 只用于 share 和 rate')
  if (metric.absent !== undefined && field === undefined) say(['absent'], 'absent 是 field 为空时的取值，要先写 field')
  if (form === 'change') checkChange(metric, scope, say)
  else {
    if (of !== undefined) say(['of'], 'of 只用于 form: change')
    if (metric.phrases.length + metric.phrasesFrom.length === 0) say([], '要写 phrases 或 phrasesFrom，否则报告里认不出这个指标')
  }
}

function checkChange(metric: Metric, scope: Scope, say: Say): void {
  if (metric.of === undefined) return say(['form'], 'form: change 要写 of（哪个指标的同比）')
  const base = scope.metrics.get(metric.of)
  if (base === undefined) return say(['of'], `没有指标“${metric.of}”；本包及其 needs 中都没有`)
  if (base.form === 'change') say(['of'], `“${metric.of}”本身是同比，不能再求同比`)
  if (base.kind !== metric.kind) say(['of'], `“${metric.of}”属于台账类型“${base.kind}”，与本指标的“${metric.kind}”不同`)
}

function checkFields(metric: Metric, kind: Kind, say: Say): void {
  for (const name of ['field', 'over'] as const) {
    const id = metric[name]
    if (id === undefined) continue
    const field = kind.fields[id]
    if (field === undefined) say([name], `台账类型“${metric.kind}”没有字段“${id}”`)
    else if (metric.form !== 'distinct' && field.type !== 'integer' && field.type !== 'decimal') {
      say([name], `字段“${id}”不是数字，不能用于 form: ${metric.form}`)
    }
  }
  metric.phrasesFrom.forEach((id, index) => {
    if (kind.fields[id]?.type !== 'choice') say(['phrasesFrom', index], `台账类型“${metric.kind}”没有选项字段“${id}”`)
  })
  metric.facets?.forEach((id, index) => {
    if (kind.fields[id]?.facet !== true) say(['facets', index], `台账类型“${metric.kind}”没有 facet 字段“${id}”`)
  })
}
