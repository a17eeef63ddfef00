import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Standing } from './plan.ts'

interface Row {
  unit_id: string
  task_id: string
  version: number
  duty: string
  period: string
  period_from: string
  period_to: string
  opens_on: string
  due_on: string
  late_from: string
  due_at: Date | null
  needed: number
  provisional: boolean
  done: number
  closed: boolean
  begun: boolean
  withdrawn: boolean
}

/** The tasks of some units as they now stand, withdrawn ones too, by unit. */
export async function standingOf(db: Reader, unitIds: string[]): Promise<Map<string, Standing[]>> {
  const { rows } = await sql<Row>`
    select unit_id, task_id, version, duty, period, period_from, period_to, opens_on, due_on, late_from, due_at, needed, done, begun, withdrawn,
      how not like '%"unannounced":[]%' as provisional, (settled is not null or settling is not null or (done >= needed and done_on is not null)) as closed
    from task_versions where tenant_id = ${db.tenantId} and unit_id = any(${unitIds}::uuid[]) and ${knownAt()}
  `.execute(db)
  const byUnit = new Map<string, Standing[]>(unitIds.map((unitId) => [unitId, []]))
  for (const row of rows) {
    byUnit.get(row.unit_id)?.push({
      taskId: row.task_id, version: row.version, duty: row.duty, period: row.period, periodFrom: row.period_from, periodTo: row.period_to,
      opensOn: row.opens_on, dueOn: row.due_on, lateFrom: row.late_from, dueAt: row.due_at?.toISOString() ?? null, needed: row.needed,
      provisional: row.provisional, done: row.done, closed: row.closed, begun: row.begun, withdrawn: row.withdrawn,
    })
  }
  return byUnit
}

/** The units that have tasks still to come, so that what they owe no longer is withdrawn. */
export async function unitsWithTasks(db: Reader, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('task_versions')
    .select('unit_id')
    .distinct()
    .where('tenant_id', '=', db.tenantId)
    .where('due_on', '>=', today)
    .where('withdrawn', '=', false)
    .where(knownAt())
    .execute()
  return rows.map((row) => row.unit_id)
}
