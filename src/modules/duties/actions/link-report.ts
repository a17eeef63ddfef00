import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { eventsAt } from '../../records/events-at.ts'
import { countLinked } from '../counting.ts'
import { keptTasks } from '../kept-task.ts'
import { linkedFacts, tasksWith } from '../linked-facts.ts'
import { dayOf } from '../../../platform/clock.ts'
import { dutiesOfTasks } from './duty-of-task.ts'
import { appendLinks } from './link.ts'

interface Issued {
  unit_id: string | null
  period: string
  drafted_at: number
  issued_at: Date
}

/**
 * Links an issued report to the task of its unit and period whose duty names the form it was made from; a report on the
 * whole body to that of the topmost unit. A report that is linked already stays as it is.
 */
export async function linkReport(tx: Tx, catalogue: Catalogue, reportId: string): Promise<void> {
  const report = await issuedReport(tx, reportId)
  if (report === null || (await tasksWith(tx, [reportId])).length > 0) return
  const form = formOf((await eventsAt(tx, [report.drafted_at])).get(report.drafted_at)?.content)
  const duties = [...catalogue.duties.values()].filter(({ satisfied, pack }) => satisfied?.report !== undefined && (form === satisfied.report || form === `${pack}/${satisfied.report}`))
  if (duties.length === 0) return
  const { rows } = await sql<{ task_id: string }>`
    select task_id from task_versions
    where tenant_id = ${tx.tenantId} and ${knownAt()} and not withdrawn and settled is null
      and duty = any(${duties.map(({ id }) => id)}::text[]) and period = ${report.period} and ${
        report.unit_id === null
          ? sql`unit_id in (select unit_id from unit_versions where tenant_id = ${tx.tenantId} and ${knownAt()} and parent_id is null)`
          : sql`unit_id = ${report.unit_id}`
      }
  `.execute(tx)
  const tasks = await keptTasks(tx, rows.map((row) => row.task_id))
  const facts = await linkedFacts(tx, [...tasks.keys()])
  const dutyOf = await dutiesOfTasks(tx, catalogue)
  const issued = { reportId, issuedOn: dayOf(report.issued_at), issuedAt: report.issued_at.toISOString() }
  for (const task of tasks.values()) {
    const { records, reports } = facts.get(task.taskId) ?? { records: [], reports: [] }
    const counted = countLinked(dutyOf(task)?.satisfied, task, { records, reports: [...reports, issued] })
    appendLinks(tx, task, [{ linkId: randomUUID(), target: 'report', targetId: reportId }], counted)
  }
}

async function issuedReport(tx: Tx, reportId: string): Promise<Issued | null> {
  const { rows } = await sql<Issued>`
    select r.unit_id, r.period, r.drafted_at, e.recorded_at as issued_at from report_versions r
    join events e on e.tenant_id = r.tenant_id and e.position = r.issued_at
    where r.tenant_id = ${tx.tenantId} and r.report_id = ${reportId} and r.state = 'issued' and r.drafted_at is not null and ${knownAt(undefined, 'r')}
  `.execute(tx)
  return rows[0] ?? null
}

/** The form that a draft was begun from; null where it was an earlier report. */
function formOf(drafted: Record<string, unknown> | undefined): string | null {
  const { form } = (drafted?.['source'] ?? {}) as { form?: unknown }
  return typeof form === 'string' ? form : null
}
