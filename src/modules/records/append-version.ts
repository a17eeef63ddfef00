import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { knownAt } from '../../platform/database/known.ts'
import { Conflict } from '../../platform/errors.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { ColumnMap } from './columns.ts'
import { staleVersion } from './history.ts'
import { evolve, projectVersion } from './rules.ts'
import type { RecordEvent, RecordState } from './rules.ts'

/** Appends what happened to a record; its projection closes the version before and adds the next. */
export async function appendVersion(
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
