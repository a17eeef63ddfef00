/** How a task stands on a day: 未开始, 进行中, 已完成, 逾期, 不适用, 未开展. */
export const taskStates = ['not-begun', 'under-way', 'done', 'late', 'not-applicable', 'not-held'] as const
export type TaskState = (typeof taskStates)[number]

/** What of a task decides how it stands. Days are `2026-03-05`, days of Beijing. */
export interface Standing {
  /** The first day on which it is late, its days of grace being over. */
  lateFrom: string
  begun: boolean
  done: number
  needed: number
  /** The day the last record needed stands for. */
  doneOn: string | null
  /** The day on which the system learned of it. */
  doneKnownOn: string | null
  settled: 'not-applicable' | 'not-held' | null
}

/** How a task stands today. A task that was completed late is done, and `latenessOf` still says so. */
export function stateOf(task: Standing, today: string): TaskState {
  if (task.settled !== null) return task.settled
  if (isDone(task)) return 'done'
  if (today >= task.lateFrom) return 'late'
  return task.begun || task.done > 0 ? 'under-way' : 'not-begun'
}

/**
 * What is said of a task's time, for ever:
 * - `open`: not done, not yet late; `overdue`: not done and late
 * - `in-time`: done in time and recorded in time
 * - `recorded-late`: done in time by the day its record stands for, but the system learned of it only when it was late
 * - `done-late`: done when it was late
 */
export type Lateness = 'open' | 'overdue' | 'in-time' | 'recorded-late' | 'done-late'

/** Lateness is a fact that closing does not erase: a record entered later for an earlier day is told as such. */
export function latenessOf(task: Standing, today: string): Lateness {
  if (!isDone(task)) return task.settled === null && today >= task.lateFrom ? 'overdue' : 'open'
  if (task.doneOn !== null && task.doneOn >= task.lateFrom) return 'done-late'
  return task.doneKnownOn !== null && task.doneKnownOn >= task.lateFrom ? 'recorded-late' : 'in-time'
}

function isDone({ done, needed, doneOn }: Standing): boolean {
  return done >= needed && doneOn !== null
}
