import { checkCondition, type Say } from './check-condition.ts'
import type { PackProblem, Path } from './problem.ts'
import type { PackEntry } from './read-pack.ts'
import type { Duty } from './schema/duty.ts'
import type { Condition } from './schema/metric.ts'
import type { Scope } from './scope.ts'

/** The days that each period has at least, and the most occurrences that fit. */
const shortest = { year: 365, 'half-year': 181, quarter: 90, month: 28, fortnight: 14, week: 7, day: 1 }

/** Mistakes of a duty that its schema cannot see: references that lead nowhere, and a cadence that can never be kept. */
export function checkDuty(duty: PackEntry<Duty>, scope: Scope): PackProblem[] {
  const problems: PackProblem[] = []
  const say: Say = (path, message) => problems.push({ file: duty.file, line: duty.lineOf(path), message })
  checkCadence(duty.value, scope, say)
  const { satisfied } = duty.value
  if (satisfied !== undefined) checkRecords(satisfied.kind, satisfied.where, ['satisfied'], scope, say)
  return problems
}

function checkCadence({ cadence, graceDays }: Duty, scope: Scope, say: Say): void {
  if (cadence.type === 'event') return checkRecords(cadence.kind, cadence.where, ['cadence'], scope, say)
  if (cadence.type === 'standing' && graceDays > 0) say(['graceDays'], '长期责任没有到期日，不用写宽限')
  if (cadence.type !== 'every') return
  const { period, times, due, workdaysOnly } = cadence
  const days = shortest[period]
  if (times > days) say(['cadence', 'times'], `一个周期最短只有 ${days} 天，开展 ${times} 次永远完不成`)
  const before = due.anchor === 'start' ? due.shift < 0 : due.shift <= -days
  if (before) say(['cadence', 'due', 'shift'], '到期日早于周期的开始，永远来不及完成；请改 shift 或 anchor')
  if (workdaysOnly && period !== 'day') say(['cadence', 'workdaysOnly'], 'workdaysOnly 只用于 period: day')
}

function checkRecords(kindId: string, where: Condition, path: Path, scope: Scope, say: Say): void {
  const kind = scope.kinds.get(kindId)
  if (kind === undefined) say([...path, 'kind'], `没有台账类型“${kindId}”；本包及其 needs 中都没有`)
  else checkCondition(where, [...path, 'where'], kind, kindId, scope, say)
}
