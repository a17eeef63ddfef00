import { sql } from 'kysely'
import type { z } from 'zod'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Duty } from '../../packs/schema/duty.ts'
import { columnMap } from '../../records/columns.ts'
import type { LinkedRecord, ProposedRecord } from '../contract/task.ts'
import { inScope, type UnitScope } from '../../access/scope.ts'
import { lacking, lastProposedDay } from '../fits.ts'
import { fittingConditions, notLinkedIn } from './proposals.ts'
import type { Task } from './rows.ts'
import type { UnitNames } from './units.ts'

const MOST_PROPOSED = 50

interface LinkRow {
  link_id: string
  target: 'record' | 'report'
  target_id: string
  linked_by: string
  linked_at: Date
  kind: string | null
  title: string | null
  occurred_on: string | null
  unit_id: string | null
  state: 'recorded' | 'voided' | null
  fields: Record<string, string | number | string[]> | null
  evidence: number
}

/** What is linked to a task, and of each whether it counts. */
export async function linkedTo(db: Reader, task: Task, duty: Pick<Duty, 'satisfied'> | undefined, units: UnitNames): Promise<z.output<typeof LinkedRecord>[]> {
  const { rows } = await sql<LinkRow>`
    select l.link_id, l.target, l.target_id, l.linked_by, l.linked_at,
      coalesce(r.title, p.title) as title, r.kind, r.occurred_on, coalesce(r.unit_id, p.unit_id) as unit_id, r.state, r.fields,
      (select count(*)::int from evidence e where e.tenant_id = l.tenant_id and e.record_id = l.target_id and ${knownAt(undefined, 'e')}) as evidence
    from task_links l
    left join record_versions r on l.target = 'record' and r.tenant_id = l.tenant_id and r.record_id = l.target_id and ${knownAt(undefined, 'r')}
    left join report_versions p on l.target = 'report' and p.tenant_id = l.tenant_id and p.report_id = l.target_id and ${knownAt(undefined, 'p')}
    where l.tenant_id = ${db.tenantId} and l.task_id = ${task.taskId} and ${knownAt(undefined, 'l')}
    order by r.occurred_on, l.linked_at
  `.execute(db)
  return rows.map((row) => {
    const record = row.kind === null || row.occurred_on === null ? null : {
      kind: row.kind, state: row.state ?? 'voided', occurredOn: row.occurred_on, fields: row.fields ?? {}, evidence: row.evidence,
    }
    const lacks = row.target === 'report' || record === null ? null : lacking(duty?.satisfied, task, record)
    return {
      linkId: row.link_id, target: row.target, targetId: row.target_id, title: row.title ?? '', occurredOn: row.occurred_on,
      unit: units.get(row.unit_id ?? '')?.name ?? '', evidence: row.evidence, counts: lacks === null, lacks,
      linkedBy: row.linked_by, linkedAt: row.linked_at.toISOString(),
    }
  })
}

/** Records that would satisfy a task and stand in none of its duty, the earliest first; of a late task also those made up for since. */
export async function proposedFor(
  db: Reader, task: Task, duty: Pick<Duty, 'satisfied'> | undefined, { units, readable, today }: { units: UnitNames; readable: UnitScope; today: string },
): Promise<z.output<typeof ProposedRecord>[]> {
  const satisfied = duty?.satisfied
  if (satisfied === undefined || task.settled !== null) return []
  const columns = await columnMap(db, satisfied.kind)
  if (columns.size === 0) return []
  const below = unitsBelow(units, task.unitId).filter((unitId) => inScope(readable, unitId))
  const { rows } = await sql<{ record_id: string; title: string; occurred_on: string; unit_id: string; evidence: number }>`
    select record_id, title, occurred_on, unit_id,
      (select count(*)::int from evidence e where e.tenant_id = record_versions.tenant_id and e.record_id = record_versions.record_id and ${knownAt(undefined, 'e')}) as evidence
    from record_versions
    where ${sql.join(fittingConditions(db, satisfied, columns, { from: task.periodFrom, to: today >= task.lateFrom ? today : lastProposedDay(task) }), sql` and `)}
      and unit_id = any(${below}::uuid[]) and ${notLinkedIn(db, task.duty)}
    order by occurred_on, record_id limit ${MOST_PROPOSED}
  `.execute(db)
  return rows.map((row) => ({
    recordId: row.record_id, title: row.title, occurredOn: row.occurred_on, unit: units.get(row.unit_id)?.name ?? '', evidence: row.evidence,
  }))
}

function unitsBelow(units: UnitNames, unitId: string): string[] {
  const children = new Map<string, string[]>()
  for (const { unitId: child, parentId } of units.values()) if (parentId !== null) children.set(parentId, [...(children.get(parentId) ?? []), child])
  const found = new Set([unitId])
  for (const at of found) for (const child of children.get(at) ?? []) found.add(child)
  return [...found]
}
