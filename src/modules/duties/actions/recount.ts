import type { Tx } from '../../../platform/database/database.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { countLinked } from '../counting.ts'
import { appendTask, keptTasks } from '../kept-task.ts'
import { linkedFacts } from '../linked-facts.ts'
import { dutiesOfTasks } from './duty-of-task.ts'

/** Counts anew what is linked to tasks, and says so where it comes to something else. */
export async function recount(tx: Tx, catalogue: Catalogue, taskIds: string[], note: string): Promise<number> {
  const tasks = await keptTasks(tx, taskIds)
  const facts = await linkedFacts(tx, [...tasks.keys()])
  const dutyOf = await dutiesOfTasks(tx, catalogue)
  let changed = 0
  for (const task of tasks.values()) {
    const duty = dutyOf(task)
    // What no pack asks for any more is left as it was counted.
    if (duty === undefined) continue
    const counted = countLinked(duty.satisfied, task, facts.get(task.taskId) ?? { records: [], reports: [] })
    if (counted.done === task.done && counted.doneOn === task.doneOn && counted.doneAt === task.doneAt) continue
    appendTask(tx, task, { type: 'task.recounted', content: { ...counted, note } })
    changed += 1
  }
  return changed
}
