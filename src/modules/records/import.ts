import { randomUUID } from 'node:crypto'
import type { Database, Tx, WriteContext } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/errors.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { stageAll } from './import-rows.ts'
import type { ImportBatch, ImportOptions } from './import-rows.ts'
import { createStaging, insertStaged } from './staging.ts'

/**
 * Records a ledger as one transaction: every row of it, or nothing. Rows are checked, written down and hashed first;
 * other writers wait only while the log is chained and the versions are copied.
 *
 * @throws {Invalid} `bad-rows` with `details.problems` by sheet and row; `too-many-rows`; `no-rows`
 * @throws {Conflict} `file-imported` when this very file was imported before
 */
export async function importRecords(
  database: Database,
  context: WriteContext,
  catalogue: Catalogue,
  batch: ImportBatch,
  options: ImportOptions = {},
): Promise<{ batchId: string; records: number; position: number }> {
  const batchId = randomUUID()
  let position = 0
  const records = await database.write({ ...context, long: true }, async (tx) => {
    await refuseRepeated(tx, batch.file)
    await createStaging(tx)
    const { count, payloadHashes, typed } = await stageAll(tx, catalogue, batch, options)
    options.onProgress?.({ phase: 'recording', records: count })
    const { name, sha256 } = batch.file
    tx.appendStaged({
      type: 'record.entered',
      count,
      payloadHashes,
      project: (first) => insertStaged(tx, { first, typed, file: sha256 }),
    })
    tx.append(
      { type: 'import.recorded', subject: `import:${batchId}`, content: { name, sha256, records: count } },
      async (at) => {
        position = at
        options.signal?.throwIfAborted()
        await insertBatch(tx, { batchId, file: batch.file, records: count, position })
      },
    )
    return count
  })
  return { batchId, records, position }
}

async function refuseRepeated(tx: Tx, file: ImportBatch['file']): Promise<void> {
  const before = await tx
    .selectFrom('import_batches')
    .select(['file_name', 'recorded_at', 'recorded_by', 'records'])
    .where('tenant_id', '=', tx.tenantId)
    .where('file_sha256', '=', file.sha256)
    .executeTakeFirst()
  if (before !== undefined) throw fileImported(file, before)
}

async function insertBatch(
  tx: Tx,
  batch: { batchId: string; file: ImportBatch['file']; records: number; position: number },
): Promise<void> {
  const inserted = await tx
    .insertInto('import_batches')
    .values({
      tenant_id: tx.tenantId,
      batch_id: batch.batchId,
      file_name: batch.file.name,
      file_sha256: batch.file.sha256,
      records: batch.records,
      position: batch.position,
      recorded_at: tx.recordedAt,
      recorded_by: tx.actor,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows !== 1n) throw fileImported(batch.file)
}

function fileImported(
  file: ImportBatch['file'],
  before?: { file_name: string; recorded_at: Date; recorded_by: string; records: number },
): Conflict {
  const when = before?.recorded_at.toISOString().slice(0, 10)
  const told = before === undefined ? '刚刚' : `${before.recorded_by} 于 ${when} 以“${before.file_name}”之名`
  return new Conflict('file-imported', `“${file.name}”已由${told}导入过，没有重复登记。内容改动后的文件可以再次导入。`, {
    sha256: file.sha256,
  })
}
