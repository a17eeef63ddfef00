import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Reader } from '../../../platform/database/database.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { lastUnits } from '../../records/list/units.ts'
import type { TaskFilter, TaskRow } from '../contract/task.ts'
import { heldBy, type Held } from './held.ts'
import type { TaskState } from '../rules.ts'
import { dutyWords } from './duty-words.ts'
import { countTasks, currentTasks, isOpen, selectTasks, type Condition } from './rows.ts'
import { SHORT_DAYS } from './matrix.ts'
import { taskRows } from './task-rows.ts'
import { readableUnits, type UnitNames } from './units.ts'

type Filter = z.output<typeof TaskFilter>

export interface Desk {
  catalogue: Catalogue
  today: string
}

/** One page of the tasks that meet a filter, and how many there are. */
export async function taskList(
  db: Reader, principal: Principal, desk: Desk, filter: Filter, { page, size }: { page: number; size: number },
): Promise<{ tasks: TaskRow[]; total: number; today: string }> {
  const units = await lastUnits(db)
  const conditions = await conditionsOf(db, principal, desk, units, filter)
  const total = await countTasks(db, conditions)
  const tasks = await selectTasks(db, conditions, { order: orderOf(filter, desk.today), limit: size, offset: (page - 1) * size })
  return { tasks: await taskRows(db, { ...desk, units }, tasks), total, today: desk.today }
}

async function conditionsOf(db: Reader, principal: Principal, desk: Desk, units: UnitNames, filter: Filter): Promise<Condition[]> {
  const conditions = currentTasks(db, await readableUnits(db, principal, { unitId: filter.unitId, below: true }))
  if (filter.duty !== undefined) conditions.push(sql<boolean>`duty = ${filter.duty}`)
  if (filter.pack !== undefined) conditions.push(dutyIn([...dutyWords(desk.catalogue).values()].filter(({ pack }) => pack === filter.pack)))
  if (filter.period !== undefined) conditions.push(inPeriod(filter.period))
  if (filter.state !== undefined) conditions.push(inState(filter.state, desk.today))
  if (filter.dueFrom !== undefined) conditions.push(sql<boolean>`due_on >= ${filter.dueFrom}::date`)
  if (filter.dueTo !== undefined) conditions.push(sql<boolean>`due_on <= ${filter.dueTo}::date`)
  if (filter.mine === true) conditions.push(mineOnly(await heldBy(db, desk.catalogue, principal, desk.today)))
  if (filter.search !== undefined && filter.search !== '') conditions.push(named(desk.catalogue, units, filter.search))
  return conditions
}

/** The tasks of the duties that somebody holds; none where that is nothing. */
export function mineOnly(held: readonly Held[]): Condition {
  if (held.length === 0) return sql<boolean>`false`
  const pairs = held.map(({ unitId, duties }) => sql<boolean>`(unit_id = ${unitId} and duty = any(${duties}::text[]))`)
  return sql<boolean>`(${sql.join(pairs, sql` or `)})`
}

/** Words of a duty's title or of a unit's name. */
function named(catalogue: Catalogue, units: UnitNames, search: string): Condition {
  const wanted = search.toLowerCase()
  const duties = [...dutyWords(catalogue).values()].filter(({ title, en, group }) => [title, en ?? '', group].some((text) => text.toLowerCase().includes(wanted)))
  const unitIds = [...units.values()].filter(({ name }) => name.toLowerCase().includes(wanted)).map(({ unitId }) => unitId)
  return sql<boolean>`(${dutyIn(duties)} or unit_id = any(${unitIds}::uuid[]))`
}

function dutyIn(duties: { id: string }[]): Condition {
  return sql<boolean>`duty = any(${duties.map(({ id }) => id)}::text[])`
}

/** A period by its key; a month also means the shorter periods that begin in it, as the matrix shows them. */
function inPeriod(period: string): Condition {
  if (!/^\d{4}-\d{2}$/.test(period)) return sql<boolean>`period = ${period}`
  const first = `${period}-01`
  const shorter = sql`(period_from >= ${first}::date and period_from <= (${first}::date + interval '1 month - 1 day')::date and period_to - period_from < ${SHORT_DAYS})`
  return sql<boolean>`(period = ${period} or ${shorter})`
}

function inState(state: TaskState, today: string): Condition {
  if (state === 'not-applicable' || state === 'not-held') return sql<boolean>`settled = ${state}`
  if (state === 'done') return sql<boolean>`(settled is null and done >= needed and done_on is not null)`
  if (state === 'late') return sql<boolean>`(${isOpen} and late_from <= ${today}::date)`
  const started = sql<boolean>`(begun or done > 0)`
  return sql<boolean>`(${isOpen} and late_from > ${today}::date and ${state === 'under-way' ? started : sql`not ${started}`})`
}

function orderOf({ sort, order }: Filter, today: string): RawBuilder<unknown> {
  const way = sql.raw(order)
  const late = sql`case when ${isOpen} and late_from <= ${today}::date then 0 when ${isOpen} then 1 else 2 end`
  const key = { due: sql`due_on`, unit: sql`unit_id`, duty: sql`duty`, state: late }[sort]
  return sql`${key} ${way}, due_on, task_id`
}
