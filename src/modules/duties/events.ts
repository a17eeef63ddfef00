import type { WorkedOut } from '../../engine/calendar/terms.ts'
import type { DutyChange } from './contract/duty.ts'

/** What a dispatch works out of a task. */
export interface Dated {
  duty: string
  /** The pack and version that judged it: `ideology-duty@1.2.0`. */
  pack: string
  period: string
  periodFrom: string
  periodTo: string
  opensOn: string
  dueOn: string
  lateFrom: string
  /** For limits in hours, the moment. */
  dueAt: string | null
  needed: number
  how: WorkedOut
}

/** What the linked records come to: how many count, the day the last one needed stands for, when the system knew. */
export interface Counted {
  done: number
  doneOn: string | null
  doneAt: string | null
}

export interface Link {
  linkId: string
  target: 'record' | 'report'
  targetId: string
}

/**
 * `tasks.dispatched`, subject `unit:<id>`: everything one run changed for a unit. The id of a created task follows from
 * its duty, unit and period (`taskIdOf`).
 */
export interface Dispatched {
  created: Dated[]
  moved: (Dated & { taskId: string })[]
  withdrawn: string[]
}

/** What happens to one task, subject `task:<id>`. */
export type TaskEvent =
  | { type: 'task.begun'; content: Record<string, never> }
  | { type: 'task.linked'; content: Counted & { links: Link[] } }
  | { type: 'task.unlinked'; content: Counted & { linkId: string; reason: string } }
  | { type: 'task.recounted'; content: Counted & { note: string } }
  | { type: 'task.settle-asked'; content: { as: 'not-applicable' | 'not-held'; reason: string; account: string | null } }
  | { type: 'task.settled'; content: { note: string } }
  | { type: 'task.settle-refused'; content: { note: string } }
  | { type: 'task.reopened'; content: { note: string } }

/** What happens to an adoption of a pack's duties, subject `duty-adoption:<id>`. */
export type AdoptionEvent =
  | { type: 'duty.adopted'; content: { pack: string; unitId: string; fromOn: string } }
  | { type: 'duty.adoption-ended'; content: { untilOn: string; reason: string } }

/** What happens to a change of a duty, subject `duty-change:<id>`. */
export type ChangeEvent =
  | { type: 'duty-change.asked'; content: { duty: string; unitId: string | null; fromOn: string; content: DutyChange; reason: string; account: string | null } }
  | { type: 'duty-change.answered'; content: { answer: 'approve' | 'refuse'; note: string } }
  | { type: 'duty-change.withdrawn'; content: { note: string } }
