import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import type { RecordState } from './rules.ts'
import type { RecordFields } from './tables.ts'

/** One version of a record, with who recorded it and when. */
export interface RecordVersion extends RecordState {
  recordId: string
  occurredOn: string
  title: string
  knownFrom: number
  recordedAt: Date
  recordedBy: string
}

/** The versions of a record, oldest first; empty when the tenant has no such record. */
export async function versionsOf(db: Reader, recordId: string): Promise<RecordVersion[]> {
  return (await versionsQuery(db, recordId).execute()).map(toVersion)
}

export function versionsQuery(db: Reader, recordId: string) {
  return selectVersions(db).where('record_id', '=', recordId).orderBy('version')
}

/** The current version of a record, voided ones included. */
export async function currentVersion(db: Reader, recordId: string): Promise<RecordVersion | null> {
  const row = await selectVersions(db)
    .where('record_id', '=', recordId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : toVersion(row)
}

export interface ListFilter {
  kind: string
  /** Days, both included. */
  from?: string
  to?: string
  unitIds?: string[]
  /** As known at this position; the present when left out. */
  position?: number
  /** Continue behind this record of the page before. */
  after?: { occurredOn: string; recordId: string }
  limit: number
}

/** Records of a kind, newest day first, paged by key. Voided records are left out. */
export async function listRecords(db: Reader, filter: ListFilter): Promise<RecordVersion[]> {
  return (await listQuery(db, filter).execute()).map(toVersion)
}

export function listQuery(db: Reader, filter: ListFilter) {
  let query = selectVersions(db)
    .where('kind', '=', filter.kind)
    .where('state', '=', 'recorded')
    .where(knownAt(filter.position))
  if (filter.from !== undefined) query = query.where('occurred_on', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('occurred_on', '<=', filter.to)
  if (filter.unitIds !== undefined) query = query.where(sql<boolean>`unit_id = any(${filter.unitIds}::uuid[])`)
  if (filter.after !== undefined) {
    const { occurredOn, recordId } = filter.after
    // The first condition bounds the index; a row comparison alone would not be leakproof.
    query = query
      .where('occurred_on', '<=', occurredOn)
      .where((either) =>
        either.or([either('occurred_on', '<', occurredOn), either('record_id', '<', recordId)]),
      )
  }
  return query.orderBy('occurred_on', 'desc').orderBy('record_id', 'desc').limit(filter.limit)
}

export function selectVersions(db: Reader) {
  return db
    .selectFrom('record_versions')
    .select([
      'record_id', 'version', 'kind', 'unit_id', 'state', 'workflow_state', 'occurred_on', 'title', 'pack', 'fields', 'known_from',
      'recorded_at', 'recorded_by', 'source_file', 'source_sheet', 'source_row',
    ])
    .where('tenant_id', '=', db.tenantId)
}

interface VersionRow {
  record_id: string
  version: number
  kind: string
  unit_id: string
  state: 'recorded' | 'voided'
  workflow_state: string | null
  occurred_on: string
  title: string
  pack: string
  fields: RecordFields
  known_from: number
  recorded_at: Date
  recorded_by: string
  source_file: string | null
  source_sheet: string | null
  source_row: number | null
}

export function toVersion(row: VersionRow): RecordVersion {
  const { source_file: file, source_sheet: sheet, source_row: line } = row
  return {
    recordId: row.record_id,
    version: row.version,
    kind: row.kind,
    unitId: row.unit_id,
    state: row.state,
    workflowState: row.workflow_state,
    occurredOn: row.occurred_on,
    title: row.title,
    pack: row.pack,
    fields: row.fields,
    knownFrom: row.known_from,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    source: file === null || sheet === null || line === null ? null : { file, sheet, row: line },
  }
}
