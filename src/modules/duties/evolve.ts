import type { Counted, Dated, TaskEvent } from './events.ts'

/** A task as one version of it stood. Moments are ISO texts. */
export interface TaskVersion extends Dated, Counted {
  version: number
  unitId: string
  begun: boolean
  settled: 'not-applicable' | 'not-held' | null
  settling: 'not-applicable' | 'not-held' | null
  settleReason: string | null
  settleAskedBy: string | null
  settleAskedAccount: string | null
  settledBy: string | null
  withdrawn: boolean
}

/** A task that a dispatch made. */
export function createdTask(unitId: string, dated: Dated): TaskVersion {
  return { ...dated, version: 1, unitId, done: 0, doneOn: null, doneAt: null, begun: false, withdrawn: false, ...unsettled }
}

/** The same task with other days, owed again where it had been withdrawn; what was done for it stays. */
export function movedTask(previous: TaskVersion, dated: Dated): TaskVersion {
  return { ...previous, ...dated, version: previous.version + 1, withdrawn: false }
}

export function withdrawnTask(previous: TaskVersion): TaskVersion {
  return { ...previous, version: previous.version + 1, withdrawn: true }
}

/** The next version of a task after something people or a reaction did; verification replays the log through this. */
export function evolveTask(previous: TaskVersion, event: TaskEvent, actor: string): TaskVersion {
  const next = { ...previous, version: previous.version + 1 }
  switch (event.type) {
    case 'task.begun':
      return { ...next, begun: true }
    case 'task.linked':
    case 'task.unlinked':
    case 'task.recounted': {
      const { done, doneOn, doneAt } = event.content
      return { ...next, done, doneOn, doneAt }
    }
    case 'task.settle-asked': {
      const { as, reason, account } = event.content
      return { ...next, settling: as, settleReason: reason, settleAskedBy: actor, settleAskedAccount: account }
    }
    case 'task.settled':
      return { ...next, settled: previous.settling, settling: null, settledBy: actor }
    case 'task.settle-refused':
    case 'task.reopened':
      return { ...next, ...unsettled }
  }
}

const unsettled = { settled: null, settling: null, settleReason: null, settleAskedBy: null, settleAskedAccount: null, settledBy: null }
