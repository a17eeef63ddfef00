import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { dayOf } from '../../platform/clock.ts'
import { knownAt } from '../../platform/database/known.ts'
import type { LinkedRecord, LinkedReport } from './counting.ts'
import type { Link } from './events.ts'

export type KnownRecord = LinkedRecord & { recordId: string; unitId: string }

export interface LinkedFacts {
  links: Link[]
  records: KnownRecord[]
  reports: (LinkedReport & { reportId: string })[]
}

/** What is linked to each of some tasks, and what is known of it. */
export async function linkedFacts(db: Reader, taskIds: string[]): Promise<Map<string, LinkedFacts>> {
  const rows = await db
    .selectFrom('task_links')
    .select(['task_id', 'link_id', 'target', 'target_id'])
    .where('tenant_id', '=', db.tenantId)
    .where(sql<boolean>`task_id = any(${taskIds}::uuid[])`)
    .where(knownAt())
    .orderBy('known_from')
    .execute()
  const records = await recordsNamed(db, rows.flatMap((row) => (row.target === 'record' ? [row.target_id] : [])))
  const reports = await reportsNamed(db, rows.flatMap((row) => (row.target === 'report' ? [row.target_id] : [])))
  const facts = new Map<string, LinkedFacts>(taskIds.map((taskId) => [taskId, { links: [], records: [], reports: [] }]))
  for (const row of rows) {
    const own = facts.get(row.task_id)
    own?.links.push({ linkId: row.link_id, target: row.target === 'report' ? 'report' : 'record', targetId: row.target_id })
    const [record, report] = [records.get(row.target_id), reports.get(row.target_id)]
    if (row.target === 'record' && record !== undefined) own?.records.push(record)
    if (row.target === 'report' && report !== undefined) own?.reports.push(report)
  }
  return facts
}

/** The tasks to which any of some records or reports is linked. */
export async function tasksWith(db: Reader, targetIds: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('task_links')
    .select('task_id')
    .distinct()
    .where('tenant_id', '=', db.tenantId)
    .where(sql<boolean>`target_id = any(${targetIds}::uuid[])`)
    .where(knownAt())
    .execute()
  return rows.map((row) => row.task_id)
}

/** Those of some tasks to which anything is linked. */
export async function tasksWithLinks(db: Reader, taskIds: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('task_links')
    .select('task_id')
    .distinct()
    .where('tenant_id', '=', db.tenantId)
    .where(sql<boolean>`task_id = any(${taskIds}::uuid[])`)
    .where(knownAt())
    .execute()
  return rows.map((row) => row.task_id)
}

/** Records with all their versions and what is attached to them, by id. */
export async function recordsNamed(db: Reader, recordIds: string[]): Promise<Map<string, KnownRecord>> {
  const records = new Map<string, KnownRecord>()
  if (recordIds.length === 0) return records
  const versions = await db
    .selectFrom('record_versions')
    .select(['record_id', 'kind', 'state', 'unit_id', 'occurred_on', 'fields', 'recorded_at'])
    .where('tenant_id', '=', db.tenantId)
    .where(sql<boolean>`record_id = any(${recordIds}::uuid[])`)
    .orderBy('version')
    .execute()
  for (const row of versions) {
    const record = records.get(row.record_id) ?? { recordId: row.record_id, unitId: row.unit_id, versions: [], evidenceAt: [] }
    record.unitId = row.unit_id
    record.versions.push({ kind: row.kind, state: row.state, occurredOn: row.occurred_on, fields: row.fields, recordedAt: row.recorded_at.toISOString() })
    records.set(row.record_id, record)
  }
  const evidence = await db
    .selectFrom('evidence')
    .select(['record_id', 'received_at'])
    .where('tenant_id', '=', db.tenantId)
    .where(sql<boolean>`record_id = any(${recordIds}::uuid[])`)
    .where(knownAt())
    .execute()
  for (const row of evidence) records.get(row.record_id)?.evidenceAt.push(row.received_at.toISOString())
  return records
}

/** When reports were issued, as the log says; those that are no longer issued are left out. */
async function reportsNamed(db: Reader, reportIds: string[]): Promise<Map<string, LinkedReport & { reportId: string }>> {
  if (reportIds.length === 0) return new Map()
  const { rows } = await sql<{ report_id: string; recorded_at: Date }>`
    select r.report_id, e.recorded_at from report_versions r
    join events e on e.tenant_id = r.tenant_id and e.position = r.issued_at
    where r.tenant_id = ${db.tenantId} and r.report_id = any(${reportIds}::uuid[]) and r.state = 'issued' and ${knownAt(undefined, 'r')}
  `.execute(db)
  return new Map(rows.map(({ report_id: reportId, recorded_at: at }) => [reportId, { reportId, issuedOn: dayOf(at), issuedAt: at.toISOString() }]))
}
