import { sql, type RawBuilder } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { dayOf } from '../../../platform/clock.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { WorkedOut } from '../../../engine/calendar/terms.ts'
import type { UnitScope } from '../../access/scope.ts'
import type { Standing } from '../rules.ts'

export type Condition = RawBuilder<boolean>

/** A task as it now stands. */
export interface Task extends Standing {
  taskId: string
  version: number
  duty: string
  pack: string
  unitId: string
  period: string
  periodFrom: string
  periodTo: string
  opensOn: string
  dueOn: string
  dueAt: Date | null
  doneAt: Date | null
  settling: 'not-applicable' | 'not-held' | null
  settleReason: string | null
  settleAskedBy: string | null
  settleAskedAccount: string | null
  settledBy: string | null
  how: WorkedOut
}

/** Tasks that are owed, as they now stand, of some units; every condition over plain typed columns. */
export function currentTasks(db: Reader, units: UnitScope): Condition[] {
  const own = [sql<boolean>`tenant_id = ${db.tenantId}`, knownAt(), sql<boolean>`not withdrawn`]
  return units === 'all' ? own : [...own, sql<boolean>`unit_id = any(${[...units]}::uuid[])`]
}

export const isOpen = sql<boolean>`(settled is null and (done < needed or done_on is null))`

export function isDueWithin(from: string, to: string): Condition {
  return sql<boolean>`(due_on >= ${from}::date and due_on <= ${to}::date)`
}

/** Tasks that meet all conditions, in an order. */
export async function selectTasks(
  db: Reader,
  conditions: Condition[],
  { order = sql`due_on, task_id`, limit, offset = 0 }: { order?: RawBuilder<unknown>; limit: number; offset?: number },
): Promise<Task[]> {
  const { rows } = await sql<Row>`
    select task_id, version, duty, pack, unit_id, period, period_from, period_to, opens_on, due_on, late_from, due_at, needed, done,
      done_on, done_at, begun, settled, settling, settle_reason, settle_asked_by, settle_asked_account, settled_by, how
    from task_versions where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit} offset ${offset}
  `.execute(db)
  return rows.map(toTask)
}

export async function countTasks(db: Reader, conditions: Condition[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from task_versions where ${sql.join(conditions, sql` and `)}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

interface Row {
  task_id: string
  version: number
  duty: string
  pack: string
  unit_id: string
  period: string
  period_from: string
  period_to: string
  opens_on: string
  due_on: string
  late_from: string
  due_at: Date | null
  needed: number
  done: number
  done_on: string | null
  done_at: Date | null
  begun: boolean
  settled: Task['settled']
  settling: Task['settling']
  settle_reason: string | null
  settle_asked_by: string | null
  settle_asked_account: string | null
  settled_by: string | null
  how: string
}

function toTask(row: Row): Task {
  return {
    taskId: row.task_id, version: row.version, duty: row.duty, pack: row.pack, unitId: row.unit_id,
    period: row.period, periodFrom: row.period_from, periodTo: row.period_to,
    opensOn: row.opens_on, dueOn: row.due_on, lateFrom: row.late_from, dueAt: row.due_at,
    needed: row.needed, done: row.done, begun: row.begun, doneOn: row.done_on, doneAt: row.done_at,
    doneKnownOn: row.done_at === null ? null : dayOf(row.done_at),
    settled: row.settled, settling: row.settling, settleReason: row.settle_reason,
    settleAskedBy: row.settle_asked_by, settleAskedAccount: row.settle_asked_account, settledBy: row.settled_by,
    how: JSON.parse(row.how) as WorkedOut,
  }
}
