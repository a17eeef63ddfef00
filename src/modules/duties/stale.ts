import type { Reader } from '../../platform/database/database.ts'
import { dayOf } from '../../platform/clock.ts'
import { Conflict } from '../../platform/errors.ts'

const acts: Record<string, string> = {
  'tasks.dispatched': '重新推算了日期', 'task.begun': '开始办理', 'task.linked': '关联了记录', 'task.unlinked': '取消了关联', 'task.recounted': '重新核对了记录',
  'task.settle-asked': '申请结清', 'task.settled': '批准结清', 'task.settle-refused': '退回了结清申请', 'task.reopened': '恢复为未结',
}

/** The conflict of someone who changed a version of a task that others have changed since: who did what. */
export async function staleTask(db: Reader, taskId: string, expected: number): Promise<Conflict> {
  const rows = await db
    .selectFrom('task_versions as t')
    .innerJoin('events as e', (join) => join.onRef('e.tenant_id', '=', 't.tenant_id').onRef('e.position', '=', 't.known_from'))
    .select(['t.version', 'e.type', 'e.actor', 'e.recorded_at'])
    .where('t.tenant_id', '=', db.tenantId)
    .where('t.task_id', '=', taskId)
    .where('t.version', '>', expected)
    .orderBy('t.version')
    .execute()
  const changes = rows.map((row) => ({ version: row.version, act: row.type, changedBy: row.actor, changedAt: row.recorded_at.toISOString() }))
  const told = rows.map((row) => `${row.actor}于${dayOf(row.recorded_at)}${acts[row.type] ?? '作了修改'}`).join('；')
  return new Conflict(
    'stale-version',
    `这项任务在您打开之后已被修改${told === '' ? '' : `：${told}`}。请核对后重新提交。`,
    { taskId, expected, current: rows.at(-1)?.version ?? expected, changes },
  )
}
