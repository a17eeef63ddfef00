import { daysBetween } from '../../../engine/calendar/days.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { TaskRow } from '../contract/task.ts'
import { ownersOf } from '../owners.ts'
import { latenessOf, stateOf } from '../rules.ts'
import { dutyNamed, dutyWords } from './duty-words.ts'
import { countProposals } from './proposals.ts'
import type { Task } from './rows.ts'
import type { UnitNames } from './units.ts'

/** Tasks as lists show them, with who answers for each today and how many records would satisfy it. */
export async function taskRows(db: Reader, { catalogue, today, units }: { catalogue: Catalogue; today: string; units: UnitNames }, tasks: Task[]): Promise<TaskRow[]> {
  if (tasks.length === 0) return []
  const words = dutyWords(catalogue)
  const owners = await ownersOf(db, catalogue, tasks, today)
  const proposals = await countProposals(db, catalogue, units, tasks)
  return tasks.map((task) => {
    const { id, title, en, group, pack } = dutyNamed(words, task.duty)
    const lateness = latenessOf(task, today)
    return {
      taskId: task.taskId,
      version: task.version,
      duty: { id, title, en, group, pack },
      unitId: task.unitId,
      unit: units.get(task.unitId)?.name ?? '',
      period: task.period,
      periodFrom: task.periodFrom,
      periodTo: task.periodTo,
      opensOn: task.opensOn,
      dueOn: task.dueOn,
      dueAt: task.dueAt?.toISOString() ?? null,
      lateFrom: task.lateFrom,
      state: stateOf(task, today),
      lateness,
      lateDays: lateness === 'overdue' ? daysBetween(task.lateFrom, today) + 1 : 0,
      needed: task.needed,
      done: task.done,
      doneOn: task.doneOn,
      owners: owners.get(task.taskId) ?? [],
      settling: task.settling === null ? null : { as: task.settling, reason: task.settleReason ?? '', askedBy: task.settleAskedBy ?? '' },
      proposals: proposals.get(task.taskId) ?? 0,
      provisional: task.how.unannounced.length > 0,
    }
  })
}
