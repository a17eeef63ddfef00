import { sql } from 'kysely'
import type { z } from 'zod'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { inScope, type UnitScope } from '../../access/scope.ts'
import { unitConditions } from '../../records/list/conditions.ts'
import { lastUnits } from '../../records/list/units.ts'
import { pathOf } from '../dispatch/facts.ts'
import type { findSatisfied } from '../contract/task.ts'
import { lastProposedDay, meets } from '../fits.ts'
import { dutiesAsOwed } from './as-owed.ts'
import { dutyNamed, dutyWords } from './duty-words.ts'
import type { Desk } from './list.ts'
import { currentTasks, isOpen, selectTasks, type Task } from './rows.ts'
import { taskRows } from './task-rows.ts'
import { readableUnits } from './units.ts'

/** Tasks looked through at most for a handful of records. */
const MOST = 5_000

interface Row {
  record_id: string
  kind: string
  unit_id: string
  occurred_on: string
  fields: Record<string, string | number | string[]>
}

/** The open tasks, of any pack, that records would satisfy; and the tasks in which they stand already. */
export async function satisfiedBy(db: Reader, principal: Principal, desk: Desk, recordIds: string[]): Promise<z.output<typeof findSatisfied.reply>> {
  const conditions = [
    sql<boolean>`tenant_id = ${db.tenantId}`, knownAt(), sql<boolean>`state = 'recorded'`, sql<boolean>`record_id = any(${recordIds}::uuid[])`,
    ...(await unitConditions(db, principal, {})),
  ]
  const records = (await sql<Row>`select record_id, kind, unit_id, occurred_on, fields from record_versions where ${sql.join(conditions, sql` and `)}`.execute(db)).rows
  const scope = await readableUnits(db, principal, { below: true })
  const units = await lastUnits(db)
  const standing = await standingOf(db, records.map((record) => record.record_id), scope)
  const unitIds = [...new Set(records.flatMap((record) => pathOf(units, record.unit_id)))]
  const asOwed = await dutiesAsOwed(db, desk.catalogue, units)
  const days = records.map((record) => record.occurred_on).toSorted()
  const found = records.length === 0 ? [] : await selectTasks(db, [
    ...currentTasks(db, scope), isOpen, sql<boolean>`unit_id = any(${unitIds}::uuid[])`,
    sql<boolean>`period_from <= ${days.at(-1) ?? ''}::date`, sql<boolean>`greatest(period_to, due_on) >= ${days[0] ?? ''}::date`,
  ], { limit: MOST })
  const taken = new Set(standing.map(({ dutyId, recordId }) => `${dutyId} ${recordId}`))
  const fits = (task: Task) => {
    const satisfied = asOwed(task.duty, task.unitId, task.dueOn)?.satisfied
    if (satisfied === undefined) return []
    return records.filter((record) =>
      record.kind === satisfied.kind && !taken.has(`${task.duty} ${record.record_id}`) && meets(satisfied.where, record.fields) &&
      record.occurred_on >= task.periodFrom && record.occurred_on <= lastProposedDay(task) && pathOf(units, record.unit_id).includes(task.unitId))
  }
  const byTask = new Map(found.map((task) => [task.taskId, fits(task).map((record) => record.record_id)]))
  const rows = await taskRows(db, { ...desk, units }, found.filter(({ taskId }) => (byTask.get(taskId)?.length ?? 0) > 0))
  return {
    tasks: rows.map((row) => ({ ...row, recordIds: byTask.get(row.taskId) ?? [] })),
    standing: standing.map(({ taskId, recordId, dutyId, unitId, period }) => ({
      taskId, recordId, duty: dutyNamed(dutyWords(desk.catalogue), dutyId).title, unit: units.get(unitId)?.name ?? '', period,
    })),
  }
}

async function standingOf(db: Reader, recordIds: string[], scope: UnitScope) {
  if (recordIds.length === 0) return []
  const rows = await db
    .selectFrom('task_links as l')
    .innerJoin('task_versions as t', (join) => join.onRef('t.tenant_id', '=', 'l.tenant_id').onRef('t.task_id', '=', 'l.task_id'))
    .select(['l.task_id as taskId', 'l.target_id as recordId', 't.duty as dutyId', 't.unit_id as unitId', 't.period'])
    .where('l.tenant_id', '=', db.tenantId)
    .where(knownAt(undefined, 'l'))
    .where(knownAt(undefined, 't'))
    .where(sql<boolean>`l.target_id = any(${recordIds}::uuid[])`)
    .execute()
  return rows.filter(({ unitId }) => inScope(scope, unitId))
}
