import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Duty } from '../../packs/schema/duty.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { columnMap, type ColumnMap } from '../../records/columns.ts'
import { lastProposedDay } from '../fits.ts'
import { dutiesAsOwed } from './as-owed.ts'
import type { Condition, Task } from './rows.ts'
import { upwards, type UnitNames } from './units.ts'

interface Fitting {
  at: number
  unit_id: string
  occurred_on: string
  records: number
}

/**
 * How many records would satisfy each task and stand in none of its duty: of the right kind and facets, of its unit or one
 * below, of a day in its period. One query for all duties; the days and units are put to tasks here.
 */
export async function countProposals(db: Reader, catalogue: Catalogue, units: UnitNames, tasks: Task[]): Promise<Map<string, number>> {
  const groups = await groupsOf(db, catalogue, units, tasks.filter(({ settled, done, needed }) => settled === null && done < needed))
  const counts = new Map<string, number>()
  if (groups.length === 0) return counts
  const parts = groups.map(({ satisfied, columns, tasks: own }, at) => {
    const span = { from: minOf(own.map(({ periodFrom }) => periodFrom)), to: maxOf(own.map(lastProposedDay)) }
    return sql<Fitting>`
      select ${at}::int as at, unit_id, occurred_on, count(*)::int as records from record_versions
      where ${sql.join(fittingConditions(db, satisfied, columns, span), sql` and `)} and ${notLinkedIn(db, own[0]?.duty ?? '')}
      group by unit_id, occurred_on`
  })
  const { rows } = await sql<Fitting>`${sql.join(parts, sql` union all `)}`.execute(db)
  for (const row of rows) {
    const way = new Set(upwards(units, row.unit_id))
    for (const task of groups[row.at]?.tasks ?? []) {
      if (!way.has(task.unitId) || row.occurred_on < task.periodFrom || row.occurred_on > lastProposedDay(task)) continue
      counts.set(task.taskId, (counts.get(task.taskId) ?? 0) + row.records)
    }
  }
  return counts
}

/** Tasks of one duty that ask for the same records: a local change may ask some units for others. */
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
    const key = `${task.duty} ${JSON.stringify(satisfied)}`
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
