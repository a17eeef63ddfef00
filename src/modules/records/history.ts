import type { Reader } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/errors.ts'
import type { Kind } from '../packs/schema/kind.ts'
import { versionsOf } from './queries.ts'
import type { RecordVersion } from './queries.ts'
import type { RecordFields } from './tables.ts'

export interface FieldChange {
  field: string
  before: RecordFields[string] | null
  after: RecordFields[string] | null
}

/** What one version changed, by whom and when. */
export interface HistoryEntry {
  version: number
  position: number
  changedBy: string
  changedAt: Date
  state: 'recorded' | 'voided'
  unitId: string
  workflowState: string | null
  changes: FieldChange[]
}

/** The history of a record, field by field, oldest first. */
export async function history(db: Reader, recordId: string): Promise<HistoryEntry[]> {
  return entriesOf(await versionsOf(db, recordId))
}

/** The conflict of someone who changed version `expected` of a record that others have changed since. */
export async function staleVersion(
  db: Reader,
  record: { recordId: string; expected: number; kind: Kind | undefined },
): Promise<Conflict> {
  const entries = await history(db, record.recordId)
  const since = entries.filter((entry) => entry.version > record.expected)
  const told = since.map((entry) => tell(entry, record.kind)).join('；')
  return new Conflict(
    'stale-version',
    `这条记录在您打开之后已被修改：${told}。请核对后重新提交。`,
    { recordId: record.recordId, expected: record.expected, current: entries.at(-1)?.version ?? 0, changes: since },
  )
}

function entriesOf(versions: RecordVersion[]): HistoryEntry[] {
  return versions.map((version, n) => ({
    version: version.version,
    position: version.knownFrom,
    changedBy: version.recordedBy,
    changedAt: version.recordedAt,
    state: version.state,
    unitId: version.unitId,
    workflowState: version.workflowState,
    changes: changesBetween(versions[n - 1]?.fields ?? {}, version.fields),
  }))
}

function changesBetween(before: RecordFields, after: RecordFields): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
}

function tell(entry: HistoryEntry, kind: Kind | undefined): string {
  const when = entry.changedAt.toISOString().slice(0, 16).replace('T', ' ')
  if (entry.state === 'voided') return `${entry.changedBy} 于 ${when}（UTC）将其作废`
  const changes = entry.changes.map(
    ({ field, before, after }) => `${kind?.fields[field]?.title ?? field}由“${before ?? '空'}”改为“${after ?? '空'}”`,
  )
  return `${entry.changedBy} 于 ${when}（UTC）把${changes.join('，')}`
}
