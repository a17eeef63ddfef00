import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { NotFound } from '../../platform/errors.ts'
import { canonicalText } from '../../platform/events/envelope.ts'
import type { WorkedOut } from '../../engine/calendar/terms.ts'
import { evolveTask, type TaskVersion } from './evolve.ts'
import type { TaskEvent } from './events.ts'
import { staleTask } from './stale.ts'

export type KeptTask = TaskVersion & { taskId: string }

/** Tasks as they now stand, by id; withdrawn ones too. */
export async function keptTasks(db: Reader, taskIds: string[]): Promise<Map<string, KeptTask>> {
  const rows = await db
    .selectFrom('task_versions')
    .selectAll()
    .where('tenant_id', '=', db.tenantId)
    .where(sql<boolean>`task_id = any(${taskIds}::uuid[])`)
    .where(knownAt())
    .execute()
  return new Map(rows.map((row) => [row.task_id, { taskId: row.task_id, ...toTaskVersion(row) }]))
}

/**
 * A task that is owed, in the version the asker saw.
 *
 * @throws {NotFound} `no-task`; {Conflict} `stale-version` with what was changed since
 */
export async function expectTask(db: Reader, taskId: string, expectedVersion: number): Promise<KeptTask> {
  const task = (await keptTasks(db, [taskId])).get(taskId)
  if (task === undefined || task.withdrawn) throw new NotFound('no-task', '没有这项任务，或者它已不再需要完成。', { taskId })
  if (task.version !== expectedVersion) throw await staleTask(db, taskId, expectedVersion)
  return task
}

/** Appends what happened to a task; its projection closes the version before and adds the next. */
export function appendTask(tx: Tx, previous: KeptTask, event: TaskEvent, also: (position: number) => Promise<unknown> = async () => undefined): KeptTask {
  const { taskId } = previous
  const next = { ...evolveTask(previous, event, tx.actor), taskId }
  tx.append({ ...event, subject: `task:${taskId}`, pack: previous.pack }, async (position) => {
    const closed = await tx
      .updateTable('task_versions')
      .set({ known_to: position })
      .where('tenant_id', '=', tx.tenantId)
      .where('task_id', '=', taskId)
      .where('version', '=', previous.version)
      .where(knownAt())
      .executeTakeFirst()
    if (closed.numUpdatedRows !== 1n) throw await staleTask(tx, taskId, previous.version)
    await tx.insertInto('task_versions').values({ tenant_id: tx.tenantId, task_id: taskId, known_from: position, ...columnsOf(next) }).execute()
    await also(position)
  })
  return next
}

/** The columns of a version that follow from its state. */
export function columnsOf(task: TaskVersion) {
  return {
    version: task.version, duty: task.duty, pack: task.pack, unit_id: task.unitId,
    period: task.period, period_from: task.periodFrom, period_to: task.periodTo, opens_on: task.opensOn, due_on: task.dueOn, late_from: task.lateFrom,
    due_at: task.dueAt === null ? null : new Date(task.dueAt), needed: task.needed, done: task.done, done_on: task.doneOn,
    done_at: task.doneAt === null ? null : new Date(task.doneAt), begun: task.begun, settled: task.settled, settling: task.settling,
    settle_reason: task.settleReason, settle_asked_by: task.settleAskedBy, settle_asked_account: task.settleAskedAccount,
    settled_by: task.settledBy, withdrawn: task.withdrawn, how: canonicalText(task.how),
  }
}

type Columns = Omit<ReturnType<typeof columnsOf>, 'settled' | 'settling'> & { settled: string | null; settling: string | null }

export function toTaskVersion(row: Columns): TaskVersion {
  return {
    version: row.version, duty: row.duty, pack: row.pack, unitId: row.unit_id,
    period: row.period, periodFrom: row.period_from, periodTo: row.period_to, opensOn: row.opens_on, dueOn: row.due_on, lateFrom: row.late_from,
    dueAt: row.due_at?.toISOString() ?? null, needed: row.needed, done: row.done, doneOn: row.done_on,
    doneAt: row.done_at?.toISOString() ?? null, begun: row.begun, settled: row.settled as TaskVersion['settled'], settling: row.settling as TaskVersion['settling'],
    settleReason: row.settle_reason, settleAskedBy: row.settle_asked_by, settleAskedAccount: row.settle_asked_account,
    settledBy: row.settled_by, withdrawn: row.withdrawn, how: JSON.parse(row.how) as WorkedOut,
  }
}
