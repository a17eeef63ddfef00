import type { TaskDetail } from '../contract/task.ts'

type Wanting = Pick<TaskDetail, 'taskId' | 'duty' | 'needed' | 'done' | 'periodTo' | 'proposed'>

/**
 * The records that are ticked beforehand, by task: as many as each still needs, those of its own period before those that
 * make up for it. A record stands once in the tasks of one duty.
 */
export function wantedRecords(tasks: Wanting[]): Map<string, string[]> {
  const taken = new Set<string>()
  return new Map(tasks.map(({ taskId, duty, needed, done, periodTo, proposed }) => {
    const free = proposed.filter(({ recordId }) => !taken.has(`${duty.id} ${recordId}`))
    const ordered = [...free.filter(({ occurredOn }) => occurredOn <= periodTo), ...free.filter(({ occurredOn }) => occurredOn > periodTo)]
    const chosen = ordered.slice(0, Math.max(needed - done, 1)).map(({ recordId }) => recordId)
    for (const recordId of chosen) taken.add(`${duty.id} ${recordId}`)
    return [taskId, chosen]
  }))
}

/** Tasks that are not ticked beforehand: a task of the same duty before them takes one of their records. */
export function doubled(tasks: { taskId: string; duty: { id: string }; recordIds: string[] }[]): string[] {
  const taken = new Set<string>()
  return tasks.flatMap(({ taskId, duty, recordIds }) => {
    const names = recordIds.map((recordId) => `${duty.id} ${recordId}`)
    if (names.some((name) => taken.has(name))) return [taskId]
    for (const name of names) taken.add(name)
    return []
  })
}
