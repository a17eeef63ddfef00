import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { requireUnit } from '../org/queries.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { packOf } from './adopt.ts'
import { appendVersion } from './append-version.ts'
import { columnMap } from './columns.ts'
import type { ColumnMap } from './columns.ts'
import { staleVersion } from './history.ts'
import { currentVersion } from './queries.ts'
import type { RecordVersion } from './queries.ts'
import { checkFields, evolve } from './rules.ts'
import type { FieldProblem, RecordEvent, RecordSource } from './rules.ts'
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

/** The current version, when it is the one a change was decided on and is not voided. */
export async function expectVersion(
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
