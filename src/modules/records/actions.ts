import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts'
import { requireUnit } from '../org/queries.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { packOf } from './adopt.ts'
import { columnMap } from './columns.ts'
import type { ColumnMap } from './columns.ts'
import { staleVersion } from './history.ts'
import { currentVersion } from './queries.ts'
import type { RecordVersion } from './queries.ts'
import { checkFields, evolve, projectVersion } from './rules.ts'
import type { FieldProblem, RecordEvent, RecordSource, RecordState } from './rules.ts'
import type { RecordFields } from './tables.ts'

export interface NewRecord {
  recordId?: string
  kind: string
  unitId: string
  fields: RecordFields
  source?: RecordSource | null
}

/**
 * Enters a record of a kind the tenant has adopted.
 *
 * @throws {Invalid} `bad-record` with `details.problems`; `kind-not-adopted`
 * @throws {NotFound} `no-unit`
 * @throws {Conflict} `record-exists`
 */
export async function enterRecord(tx: Tx, catalogue: Catalogue, record: NewRecord) {
  const recordId = record.recordId ?? randomUUID()
  refuseProblems(checkFields(catalogue, record.kind, record.fields))
  const columns = await adoptedColumns(tx, record.kind)
  await requireUnit(tx, record.unitId)
  const { kind, unitId, fields, source = null } = record
  const event: RecordEvent = { type: 'record.entered', content: { kind, unitId, fields, source } }
  return appendVersion(tx, { recordId, previous: null, event, pack: packOfKind(catalogue, kind), columns })
}

/**
 * Replaces the given fields of a record; null takes a field away.
 *
 * @throws {Conflict} `stale-version`: `details.changes` says who changed which field from what to what, and when
 * @throws {Invalid} `bad-record`, `record-voided`
 * @throws {NotFound} `no-record`, `no-unit`
 */
export async function correctRecord(
  tx: Tx,
  catalogue: Catalogue,
  correction: {
    recordId: string
    expectedVersion: number
    fields: Record<string, RecordFields[string] | null>
    unitId?: string
  },
) {
  const { recordId, fields, unitId } = correction
  const previous = await expectVersion(tx, correction, catalogue)
  if (unitId !== undefined) await requireUnit(tx, unitId)
  const event: RecordEvent = { type: 'record.corrected', content: { fields, ...(unitId === undefined ? {} : { unitId }) } }
  const pack = packOfKind(catalogue, previous.kind)
  refuseProblems(checkFields(catalogue, previous.kind, evolve(previous, event, pack).fields))
  return appendVersion(tx, { recordId, previous, event, pack, columns: await adoptedColumns(tx, previous.kind), catalogue })
}

/**
 * Voids a record: it stays readable and no longer counts.
 *
 * @throws {Conflict} `stale-version`
 * @throws {Invalid} `record-voided`, `no-reason`
 * @throws {NotFound} `no-record`
 */
export async function voidRecord(tx: Tx, order: { recordId: string; expectedVersion: number; reason: string }) {
  const reason = order.reason.trim()
  if (reason === '' || reason.length > 500) throw new Invalid('no-reason', '请写明作废的原因（不超过 500 字）。')
  const previous = await expectVersion(tx, order)
  const event: RecordEvent = { type: 'record.voided', content: { reason } }
  const columns = await adoptedColumns(tx, previous.kind)
  return appendVersion(tx, { recordId: order.recordId, previous, event, pack: previous.pack, columns })
}

async function expectVersion(
  tx: Tx,
  { recordId, expectedVersion }: { recordId: string; expectedVersion: number },
  catalogue?: Catalogue,
): Promise<RecordVersion> {
  const current = await currentVersion(tx, recordId)
  if (current === null) throw new NotFound('no-record', '没有这条记录。', { recordId })
  if (current.version !== expectedVersion) {
    throw await staleVersion(tx, { recordId, expected: expectedVersion, kind: catalogue?.kinds.get(current.kind) })
  }
  if (current.state === 'voided') throw new Invalid('record-voided', '这条记录已经作废，不能再改。', { recordId })
  return current
}

async function appendVersion(
  tx: Tx,
  change: {
    recordId: string
    previous: RecordState | null
    event: RecordEvent
    pack: string
    columns: ColumnMap
    catalogue?: Catalogue
  },
): Promise<{ recordId: string; version: number }> {
  const { recordId, previous, event, pack, columns } = change
  const state = evolve(previous, event, pack)
  tx.append({ ...event, subject: `record:${recordId}`, pack }, async (position) => {
    if (previous !== null) await closeVersion(tx, { ...change, previous, position })
    await insertVersion(tx, { recordId, state, columns, position })
  })
  return { recordId, version: state.version }
}

/** Closes the version this change was decided on; if someone was faster, there is none to close. */
async function closeVersion(
  tx: Tx,
  change: { recordId: string; previous: RecordState; position: number; catalogue?: Catalogue },
): Promise<void> {
  const closed = await tx
    .updateTable('record_versions')
    .set({ known_to: change.position })
    .where('tenant_id', '=', tx.tenantId)
    .where('record_id', '=', change.recordId)
    .where('version', '=', change.previous.version)
    .where(knownAt())
    .executeTakeFirst()
  if (closed.numUpdatedRows === 1n) return
  const kind = change.catalogue?.kinds.get(change.previous.kind)
  throw await staleVersion(tx, { recordId: change.recordId, expected: change.previous.version, kind })
}

async function insertVersion(
  tx: Tx,
  version: { recordId: string; state: RecordState; columns: ColumnMap; position: number },
): Promise<void> {
  const columns: Record<string, string | number | null | Date> = {
    tenant_id: tx.tenantId,
    record_id: version.recordId,
    known_from: version.position,
    recorded_at: tx.recordedAt,
    recorded_by: tx.actor,
    fields: JSON.stringify(version.state.fields),
    ...projectVersion(version.state, version.columns),
  }
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)))
  const inserted = await sql`
    insert into record_versions (${names}) values (${sql.join(Object.values(columns))}) on conflict do nothing
  `.execute(tx)
  if (inserted.numAffectedRows !== 1n) {
    throw new Conflict('record-exists', '这条记录已经存在，没有重复登记。', { recordId: version.recordId })
  }
}

/** The kind's columns; they never change once allocated, so they are read from the database once. */
export async function adoptedColumns(tx: Tx, kind: string): Promise<ColumnMap> {
  const key = `columns:${tx.tenantId}:${kind}`
  const known = tx.memo.get(key)
  if (known !== undefined) return known as ColumnMap
  const columns = await columnMap(tx, kind)
  if (columns.size === 0) throw new Invalid('kind-not-adopted', `尚未启用台账类型“${kind}”，请先启用它所属的制度包。`)
  tx.memo.set(key, columns)
  return columns
}

export function packOfKind(catalogue: Catalogue, kind: string): string {
  return packOf(catalogue, catalogue.kinds.get(kind)?.pack ?? '')
}

function refuseProblems(problems: FieldProblem[]): void {
  if (problems.length === 0) return
  const told = problems.map(({ title, problem }) => `${title}：${problem}`).join('；')
  throw new Invalid('bad-record', `记录不能保存。${told}。`, { problems })
}
