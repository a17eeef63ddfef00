import type { Reader } from '../../../platform/database/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { can } from '../../access/can.ts'
import { inScope, unitScope } from '../../access/scope.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { RecordDetail, VersionView } from '../contract/record.ts'
import { eventsAt } from '../events-at.ts'
import { evidenceViews } from '../evidence/view.ts'
import { history, type HistoryEntry } from '../history.ts'
import { currentVersion, type RecordVersion } from '../queries.ts'
import { standing, verbsFrom } from '../rules/workflow.ts'
import { kindForm } from './desk.ts'

/**
 * A record with its evidence and versions, as its page shows it.
 *
 * @throws {NotFound} `no-record`, also where one may not read that unit's records
 */
export async function recordDetail(db: Reader, principal: Principal, catalogue: Catalogue, recordId: string): Promise<RecordDetail> {
  const record = await readableRecord(db, principal, recordId)
  const form = kindForm(catalogue, record.kind)
  const entries = await history(db, recordId)
  const names = await unitNames(db, [...entries.map(({ unitId }) => unitId), record.unitId])
  return {
    recordId,
    version: record.version,
    state: record.state,
    workflowState: form.workflow === undefined ? null : standing(form.workflow, record.workflowState),
    unitId: record.unitId,
    unit: names.get(record.unitId) ?? '',
    fields: record.fields,
    pack: record.pack,
    source: record.source === null ? null : { ...record.source, file: await fileName(db, record.source.file) },
    form,
    versions: await versionViews(db, entries, names),
    evidence: await evidenceViews(db, recordId),
    may: await mayDo(db, principal, record, form),
  }
}

/** The current version of a record that the principal may read. */
export async function readableRecord(db: Reader, principal: Principal, recordId: string): Promise<RecordVersion> {
  const record = await currentVersion(db, recordId)
  const readable = record !== null && inScope(await unitScope(db, principal, 'records:read'), record.unitId)
  if (!readable) throw new NotFound('no-record', '没有这条记录，或者您看不到它。', { recordId })
  return record
}

async function mayDo(db: Reader, principal: Principal, record: RecordVersion, form: RecordDetail['form']): Promise<RecordDetail['may']> {
  if (record.state === 'voided') return { correct: false, void: false, verbs: [] }
  const enters = can(principal, 'records:enter') && inScope(await unitScope(db, principal, 'records:enter'), record.unitId)
  const reviews = can(principal, 'records:review') && inScope(await unitScope(db, principal, 'records:review'), record.unitId)
  const verbs = form.workflow === undefined ? [] : verbsFrom(form.workflow, record.workflowState)
  const allowed = verbs.filter(({ permission }) => (permission === 'records:review' ? reviews : enters))
  return { correct: enters, void: enters, verbs: allowed.map(({ id }) => id) }
}

async function versionViews(db: Reader, entries: HistoryEntry[], names: Map<string, string>): Promise<VersionView[]> {
  const said = await eventsAt(db, entries.map(({ position }) => position))
  return entries.map((entry, n) => {
    const before = entries[n - 1]
    const { type = '', content = {} } = said.get(entry.position) ?? {}
    return {
      version: entry.version,
      position: entry.position,
      changedBy: entry.changedBy,
      changedAt: entry.changedAt.toISOString(),
      act: actOf(type),
      verb: textOf(content['verb']),
      note: textOf(content['reason']) ?? textOf(content['note']),
      changes: entry.changes,
      unit: before === undefined || before.unitId === entry.unitId ? null : { before: names.get(before.unitId) ?? '', after: names.get(entry.unitId) ?? '' },
    }
  })
}

function actOf(type: string): VersionView['act'] {
  const acts = { 'record.voided': 'voided', 'record.moved': 'moved', 'record.corrected': 'corrected' } as const
  return acts[type as keyof typeof acts] ?? 'entered'
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The names of units as they were last called. */
async function unitNames(db: Reader, unitIds: string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('unit_versions')
    .select(['unit_id', 'name'])
    .where('tenant_id', '=', db.tenantId)
    .where('unit_id', 'in', [...new Set(unitIds)])
    .orderBy('version')
    .orderBy('valid_from')
    .execute()
  return new Map(rows.map((row) => [row.unit_id, row.name]))
}

async function fileName(db: Reader, sha256: string): Promise<string> {
  const row = await db
    .selectFrom('import_batches')
    .select('file_name')
    .where('tenant_id', '=', db.tenantId)
    .where('file_sha256', '=', sha256)
    .executeTakeFirst()
  return row?.file_name ?? sha256.slice(0, 12)
}
