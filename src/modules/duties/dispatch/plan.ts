import type { Dated } from '../events.ts'

/** A task as it now stands, as far as a dispatch asks. */
export interface Standing {
  taskId: string
  version: number
  duty: string
  period: string
  periodFrom: string
  periodTo: string
  opensOn: string
  dueOn: string
  lateFrom: string
  dueAt: string | null
  needed: number
  /** The due day rests on a year without a notice. */
  provisional: boolean
  done: number
  /** Done, settled, or waiting for an approver. */
  closed: boolean
  begun: boolean
  withdrawn: boolean
}

export type Move = Dated & { taskId: string; version: number; before: string | null }

export interface Changes {
  created: Dated[]
  moved: Move[]
  withdrawn: Standing[]
}

/** A task that is owed. */
export interface Wanted {
  dated: Dated
  /** Also created where its period is past: the pack was taken on for days past, or a run was missed. */
  backwards: boolean
}

/**
 * What a dispatch changes for one unit.
 *
 * - What is owed and missing is created; for a period past only where it was owed then.
 * - Only tasks that are neither done, settled nor late are moved: lateness is a fact.
 * - What is owed no longer is withdrawn, unless it was begun or its period is over.
 */
export function planUnit(today: string, standing: readonly Standing[], wanted: readonly Wanted[]): Changes {
  const changes: Changes = { created: [], moved: [], withdrawn: [] }
  const byKey = new Map(standing.map((task) => [keyOf(task), task]))
  const owed = new Set<Standing>()
  for (const { dated, backwards } of wanted) {
    const found = byKey.get(keyOf(dated))
    if (found !== undefined) {
      owed.add(found)
      if (mayMove(found, dated, today) && differs(found, dated)) changes.moved.push({ ...dated, taskId: found.taskId, version: found.version, before: found.withdrawn ? null : found.dueOn })
    } else if (isOpenPeriod(dated, today) || backwards) changes.created.push(dated)
  }
  for (const task of standing) if (!owed.has(task) && mayWithdraw(task, today)) changes.withdrawn.push(task)
  return changes
}

function keyOf({ duty, period }: { duty: string; period: string }): string {
  return `${duty} ${period}`
}

function isOpenPeriod({ periodTo, dueOn }: Dated, today: string): boolean {
  return periodTo >= today || dueOn >= today
}

function mayMove(task: Standing, dated: Dated, today: string): boolean {
  if (task.withdrawn) return isOpenPeriod(dated, today)
  return !task.closed && task.lateFrom > today
}

function mayWithdraw(task: Standing, today: string): boolean {
  return !task.withdrawn && !task.closed && !task.begun && task.done === 0 && task.lateFrom > today && task.periodTo >= today
}

function differs(task: Standing, dated: Dated): boolean {
  return (
    task.withdrawn || task.dueOn !== dated.dueOn || task.lateFrom !== dated.lateFrom || task.opensOn !== dated.opensOn || task.needed !== dated.needed ||
    task.periodFrom !== dated.periodFrom || task.periodTo !== dated.periodTo || task.dueAt !== dated.dueAt || task.provisional !== dated.how.unannounced.length > 0
  )
}
