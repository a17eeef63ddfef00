import type { Reader } from '../../../platform/database/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { sql } from 'kysely'
import { can } from '../../access/can.ts'
import { inScope, unitScope } from '../../access/scope.ts'
import type { Duty } from '../../packs/schema/duty.ts'
import { eventsAt } from '../../records/events-at.ts'
import { lastUnits } from '../../records/list/units.ts'
import { isOwn } from '../actions/change.ts'
import type { TaskDetail } from '../contract/task.ts'
import { satisfiedWords } from '../satisfied-words.ts'
import { dutiesAsOwed } from './as-owed.ts'
import { linkedTo, proposedFor } from './linked.ts'
import type { Desk } from './list.ts'
import { currentTasks, selectTasks, type Task } from './rows.ts'
import { taskRows } from './task-rows.ts'
import { readableUnits } from './units.ts'

/**
 * A task with its clause, how its day was worked out, its records and every version.
 *
 * @throws {NotFound} `no-task`, also where one may not read that unit's tasks
 */
export async function taskDetail(db: Reader, principal: Principal, desk: Desk, taskId: string): Promise<TaskDetail> {
  const scope = await readableUnits(db, principal, { below: true })
  const [task] = await selectTasks(db, [...currentTasks(db, scope), sql<boolean>`task_id = ${taskId}`], { limit: 1 })
  if (task === undefined) throw new NotFound('no-task', '没有这项任务，或者您看不到它。', { taskId })
  const units = await lastUnits(db)
  const [row] = await taskRows(db, { ...desk, units }, [task])
  if (row === undefined) throw new NotFound('no-task', '没有这项任务。', { taskId })
  const duty = (await dutiesAsOwed(db, desk.catalogue, units))(task.duty, task.unitId, task.dueOn)
  const { settled, ...shown } = { ...row, settled: settledView(task) }
  return {
    ...shown,
    text: duty?.text ?? '',
    source: { rule: duty?.source.rule ?? '', article: duty?.source.article ?? null, tag: duty?.source.tag ?? 'unverified' },
    satisfiedBy: duty === undefined ? '' : satisfiedWords(desk.catalogue, duty),
    form: formOf(duty),
    how: task.how,
    settled,
    links: await linkedTo(db, task, duty, units),
    proposed: await proposedFor(db, task, duty, { units, readable: await unitScope(db, principal, 'records:read'), today: desk.today }),
    versions: await versionsOf(db, taskId),
    may: await mayDo(db, principal, task),
  }
}

function settledView({ settled, settleReason, settleAskedBy, settledBy }: Task): TaskDetail['settled'] {
  return settled === null ? null : { as: settled, reason: settleReason ?? '', askedBy: settleAskedBy ?? '', approvedBy: settledBy ?? '' }
}

/** The form that a record for the task begins with: facets that allow one value are known. */
function formOf(duty: Pick<Duty, 'satisfied'> | undefined): TaskDetail['form'] {
  const satisfied = duty?.satisfied
  if (satisfied === undefined) return null
  const fields = Object.entries(satisfied.where).flatMap(([field, values]) => (values[0] === undefined ? [] : [[field, values[0]] as const]))
  return { kind: satisfied.kind, fields: Object.fromEntries(fields) }
}

async function mayDo(db: Reader, principal: Principal, task: Task): Promise<TaskDetail['may']> {
  const works = can(principal, 'duties:work') && inScope(await unitScope(db, principal, 'duties:work'), task.unitId)
  const approves = can(principal, 'duties:approve') && inScope(await unitScope(db, principal, 'duties:approve'), task.unitId)
  const asked = task.settling !== null || task.settled !== null
  const own = isOwn({ askedBy: task.settleAskedBy, askedAccount: task.settleAskedAccount }, principal, principal.name)
  return { link: works && task.settled === null, ask: works && !asked, answer: approves && asked && !own }
}

async function versionsOf(db: Reader, taskId: string): Promise<TaskDetail['versions']> {
  const rows = await db
    .selectFrom('task_versions')
    .innerJoin('events', (join) => join.onRef('events.tenant_id', '=', 'task_versions.tenant_id').onRef('events.position', '=', 'task_versions.known_from'))
    .select(['version', 'known_from', 'due_on', 'done', 'actor', 'events.recorded_at'])
    .where('task_versions.tenant_id', '=', db.tenantId)
    .where('task_id', '=', taskId)
    .orderBy('version')
    .execute()
  const said = await eventsAt(db, rows.map((row) => row.known_from))
  return rows.map((row, index) => {
    const { type = '', content = {} } = said.get(row.known_from) ?? {}
    return {
      version: row.version, position: row.known_from, changedBy: row.actor, changedAt: row.recorded_at.toISOString(),
      act: actOf(type, index), note: noteOf(content), dueOn: row.due_on, done: row.done,
    }
  })
}

type Act = TaskDetail['versions'][number]['act']

const acts: Record<string, Act> = {
  'task.begun': 'begun', 'task.linked': 'linked', 'task.unlinked': 'unlinked', 'task.settle-asked': 'settle-asked', 'task.settled': 'settled',
  'task.settle-refused': 'settle-refused', 'task.reopened': 'reopened', 'task.recounted': 'recounted',
}

function actOf(type: string, index: number): Act {
  return acts[type] ?? (index === 0 ? 'dispatched' : 'moved')
}

function noteOf(content: Record<string, unknown>): string | null {
  const note = content['reason'] ?? content['note']
  return typeof note === 'string' && note !== '' ? note : null
}
