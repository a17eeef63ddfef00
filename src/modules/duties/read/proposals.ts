import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Duty } from '../../packs/schema/duty.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { columnMap, type ColumnMap } from '../../records/columns.ts'
import { pathOf } from '../dispatch/facts.ts'
import { lastProposedDay } from '../fits.ts'
import { dutiesAsOwed } from './as-owed.ts'
import type { Condition, Task } from './rows.ts'
import type { UnitNames } from './units.ts'

interface Fitting {
  at: number
  unit_id: string
  occurred_on: string
  /** The duties in whose tasks the records stand, a space before and behind each. */
  linked: string
  records: number
}

/**
 * How many records would satisfy each task and stand in none of its duty: of the right kind and facets, of its unit or one
 * below, of a day in its period. One query, a part for each sort of record asked for; the days and units are put to tasks here.
 */
export async function countProposals(db: Reader, catalogue: Catalogue, units: UnitNames, tasks: Task[]): Promise<Map<string, number>> {
  const groups = await groupsOf(db, catalogue, units, tasks.filter(({ settled, done, needed }) => settled === null && done < needed))
  const counts = new Map<string, number>()
  if (groups.length === 0) return counts
  const ofUnits = new Set(groups.flatMap(({ tasks: own }) => own.map(({ unitId }) => unitId)))
  const below = [...units.keys()].filter((unitId) => pathOf(units, unitId).some((above) => ofUnits.has(above)))
  const parts = groups.map(({ satisfied, columns, tasks: own }, at) => {
    const span = { from: minOf(own.map(({ periodFrom }) => periodFrom)), to: maxOf(own.map(lastProposedDay)) }
    return sql<Fitting>`
      select ${at}::int as at, unit_id, occurred_on, coalesce(duties, '') as linked, count(*)::int as records from record_versions left join linked on target_id = record_id
      where ${sql.join(fittingConditions(db, satisfied, columns, span), sql` and `)} and unit_id = any(${below}::uuid[])
      group by 2, 3, 4`
  })
  const { rows } = await sql<Fitting>`${linkedOf(db, [...ofUnits])} ${sql.join(parts, sql` union all `)}`.execute(db)
  for (const row of rows) {
    const way = new Set(pathOf(units, row.unit_id))
    for (const task of groups[row.at]?.tasks ?? []) {
      if (!way.has(task.unitId) || row.occurred_on < task.periodFrom || row.occurred_on > lastProposedDay(task) || row.linked.includes(` ${task.duty} `)) continue
      counts.set(task.taskId, (counts.get(task.taskId) ?? 0) + row.records)
    }
  }
  return counts
}

/** The records linked to tasks of some units, and of which duties these are. */
function linkedOf(db: Reader, unitIds: string[]) {
  return sql`
    with linked as materialized (
      select l.target_id, ' ' || string_agg(t.duty, ' ') || ' ' as duties from task_versions t
      join task_links l on l.tenant_id = t.tenant_id and l.task_id = t.task_id and ${knownAt(undefined, 'l')}
      where t.tenant_id = ${db.tenantId} and ${knownAt(undefined, 't')} and t.unit_id = any(${unitIds}::uuid[])
      group by l.target_id
    )`
}

/** Tasks that ask for the same records. */
interface Group {
  satisfied: NonNullable<Duty['satisfied']>
  columns: ColumnMap
  tasks: Task[]
}

async function groupsOf(db: Reader, catalogue: Catalogue, units: UnitNames, tasks: Task[]): Promise<Group[]> {
  const asOwed = await dutiesAsOwed(db, catalogue, units)
  const groups = new Map<string, Group>()
  for (const task of tasks) {
    const satisfied = asOwed(task.duty, task.unitId, task.dueOn)?.satisfied
    if (satisfied === undefined) continue
    const key = JSON.stringify([satisfied.kind, satisfied.where])
    const group = groups.get(key) ?? { satisfied, columns: await columnMap(db, satisfied.kind), tasks: [] }
    groups.set(key, group)
    group.tasks.push(task)
  }
  return [...groups.values()].filter(({ columns }) => columns.size > 0)
}

/** Conditions on current records of a kind that have the facets asked, of days in a span. */
export function fittingConditions(
  db: Reader,
  { kind, where }: { kind: string; where: Record<string, string[]> },
  columns: ColumnMap,
  { from, to }: { from: string; to: string },
): Condition[] {
  return [
    sql<boolean>`tenant_id = ${db.tenantId}`, knownAt(), sql<boolean>`kind = ${kind}`, sql<boolean>`state = 'recorded'`,
    sql<boolean>`occurred_on >= ${from}::date`, sql<boolean>`occurred_on <= ${to}::date`,
    ...Object.entries(where).map(([field, values]) => {
      const places = columns.get(field)?.columns ?? []
      if (places.length === 0) return sql<boolean>`false`
      return sql<boolean>`(${sql.join(places.map((column) => sql`${sql.ref(column)} = any(${values}::text[])`), sql` or `)})`
    }),
  ]
}

/** Records that stand in no task of the duty yet. */
export function notLinkedIn(db: Reader, duty: string): Condition {
  return sql<boolean>`not exists (
    select from task_links l join task_versions t on t.tenant_id = l.tenant_id and t.task_id = l.task_id and ${knownAt(undefined, 't')}
    where l.tenant_id = ${db.tenantId} and l.target_id = record_versions.record_id and ${knownAt(undefined, 'l')} and t.duty = ${duty})`
}

function minOf(days: string[]): string {
  return days.reduce((least, day) => (day < least ? day : least))
}

function maxOf(days: string[]): string {
  return days.reduce((most, day) => (day > most ? day : most))
}
