import type { Tx } from '../../../platform/database/database.ts'
import { Conflict, Invalid } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { requireForUnit } from '../../access/scope.ts'
import { appendTask, expectTask } from '../kept-task.ts'
import { isOwn, ownRequest } from './change.ts'

/** Who asks; null for the owner of the data folder. */
export interface Asker {
  accountId: string | null
}

interface Order {
  taskId: string
  expectedVersion: number
}

/** Says that work is under way. @throws {Conflict} `stale-version`, `begun`; {NotFound} `no-task`; {NotAllowed} `not-allowed-for-unit` */
export async function beginTask(tx: Tx, principal: Principal, order: Order): Promise<{ version: number }> {
  const task = await expectTask(tx, order.taskId, order.expectedVersion)
  await requireForUnit(tx, principal, 'duties:work', task.unitId)
  if (task.begun || task.settled !== null) throw new Conflict('begun', task.settled === null ? '这项任务已经开始办理。' : '这项任务已经结清。', { taskId: order.taskId })
  return appendTask(tx, task, { type: 'task.begun', content: {} })
}

/** Asks to settle a task as not applicable or not held; it stays in the denominators. @throws {Conflict} `settling`, `stale-version`; {Invalid} `task-done` */
export async function askToSettle(tx: Tx, principal: Principal, order: Order & { as: 'not-applicable' | 'not-held'; reason: string }): Promise<{ version: number }> {
  const task = await expectTask(tx, order.taskId, order.expectedVersion)
  await requireForUnit(tx, principal, 'duties:work', task.unitId)
  if (task.settling !== null || task.settled !== null) throw new Conflict('settling', task.settled === null ? '这项任务已有结清申请在等批准。' : '这项任务已经结清。', { taskId: order.taskId })
  if (task.done >= task.needed && task.doneOn !== null) throw new Invalid('task-done', '这项任务已经完成，不能再结清为不适用或未开展。', { taskId: order.taskId })
  return appendTask(tx, task, { type: 'task.settle-asked', content: { as: order.as, reason: order.reason, account: principal.accountId } })
}

/**
 * Approves or refuses what another person asked, or takes an approved settlement back.
 *
 * @throws {NotAllowed} `own-request`; {Conflict} `not-settling`, `not-settled`, `stale-version`; {Invalid} `no-reason` to reopen without one
 */
export async function answerSettling(tx: Tx, principal: Principal, order: Order & { answer: 'approve' | 'refuse' | 'reopen'; note: string }): Promise<{ version: number }> {
  const task = await expectTask(tx, order.taskId, order.expectedVersion)
  await requireForUnit(tx, principal, 'duties:approve', task.unitId)
  const content = { note: order.note }
  if (order.answer === 'reopen') {
    if (task.settled === null) throw new Conflict('not-settled', '这项任务没有结清，不用恢复。', { taskId: order.taskId })
    if (order.note === '') throw new Invalid('no-reason', '请写明恢复为未结的原因。', { fields: [{ field: 'note', message: '请写明原因' }] })
    return appendTask(tx, task, { type: 'task.reopened', content })
  }
  if (task.settling === null) throw new Conflict('not-settling', '这项任务没有等待批准的结清申请。', { taskId: order.taskId })
  if (isOwn({ askedBy: task.settleAskedBy, askedAccount: task.settleAskedAccount }, principal, principal.name)) throw ownRequest()
  return appendTask(tx, task, { type: order.answer === 'approve' ? 'task.settled' : 'task.settle-refused', content })
}
