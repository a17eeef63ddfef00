import { randomUUID } from 'node:crypto'
import type { Database, Tx, WriteContext } from '../../platform/database/database.ts'
import { Conflict } from '../../platform/errors.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { NewRecord } from './actions.ts'
import { Intake } from './import-rows.ts'
import type { ImportOptions, ImportedFile } from './import-rows.ts'
import { insertStaged } from './staging.ts'

/** A file as it was recorded; `position` is that of the event that says so. */
export interface Batch {
  batchId: string
  file: ImportedFile
  records: number
  position: number
}

/** Where the records of an import go: each file before its records, a unit that is founded for them before its first. */
export type Incoming = Pick<Intake, 'begin' | 'take' | 'admitUnit'>

/**
 * Records what `bring` brings, from one or several files, as one transaction: every row of it, or nothing. Rows are
 * checked, written down and hashed as they come; other writers wait only while the log is chained and the versions are
 * copied. What `bring` appends itself, such as units founded for the records, stands before them in the log.
 *
 * @throws {Invalid} `bad-rows` with `details.problems` by sheet and row; `too-many-rows`; `no-rows`
 * @throws {Conflict} `file-imported` when one of the files was imported before
 */
export async function importAll<T>(
  database: Database,
  context: WriteContext,
  catalogue: Catalogue,
  bring: (incoming: Incoming, tx: Tx) => Promise<T>,
  options: ImportOptions = {},
): Promise<{ brought: T; batches: Batch[] }> {
  return database.write({ ...context, long: true }, async (tx) => {
    const intake = await Intake.open(tx, catalogue, options)
    const brought = await bring(intake, tx)
    const { count, files, payloadHashes, typed } = await intake.finish()
    options.onProgress?.({ phase: 'recording', records: count })
    tx.appendStaged({ type: 'record.entered', count, payloadHashes, project: (first) => insertStaged(tx, { first, typed, files }) })
    return { brought, batches: files.filter((file) => file.records > 0).map((file) => appendBatch(tx, file, options)) }
  })
}

/** Records one file whose rows are at hand; see `importAll`. */
export async function importRecords(
  database: Database,
  context: WriteContext,
  catalogue: Catalogue,
  batch: { file: ImportedFile; records: Iterable<NewRecord> },
  options: ImportOptions = {},
): Promise<Omit<Batch, 'file'>> {
  const bring = async (incoming: Incoming, tx: Tx) => {
    await refuseRepeated(tx, [batch.file])
    incoming.begin(batch.file)
    await incoming.take(batch.records)
  }
  const { batches: [recorded] } = await importAll(database, context, catalogue, bring, options)
  if (recorded === undefined) throw new TypeError('A file that was recorded is one batch')
  return recorded
}

/** @throws {Conflict} `file-imported` when one of the files was imported before */
export async function refuseRepeated(tx: Tx, files: ImportedFile[]): Promise<void> {
  const before = await tx
    .selectFrom('import_batches')
    .select(['file_name', 'file_sha256', 'recorded_at', 'recorded_by', 'records'])
    .where('tenant_id', '=', tx.tenantId)
    .where('file_sha256', 'in', files.map(({ sha256 }) => sha256))
    .executeTakeFirst()
  const file = files.find(({ sha256 }) => sha256 === before?.file_sha256)
  if (before !== undefined && file !== undefined) throw fileImported(file, before)
}

function appendBatch(tx: Tx, { name, sha256, records }: ImportedFile & { records: number }, options: ImportOptions): Batch {
  const batch: Batch = { batchId: randomUUID(), file: { name, sha256 }, records, position: 0 }
  tx.append({ type: 'import.recorded', subject: `import:${batch.batchId}`, content: { name, sha256, records } }, async (position) => {
    batch.position = position
    options.signal?.throwIfAborted()
    await insertBatch(tx, batch)
  })
  return batch
}

async function insertBatch(tx: Tx, batch: Batch): Promise<void> {
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
  file: ImportedFile,
  before?: { file_name: string; recorded_at: Date; recorded_by: string; records: number },
): Conflict {
  const when = before?.recorded_at.toISOString().slice(0, 10)
  const told = before === undefined ? '刚刚' : `${before.recorded_by} 于 ${when} 以“${before.file_name}”之名`
  return new Conflict('file-imported', `“${file.name}”已由${told}导入过，什么都没有登记。内容改动后的文件可以再次导入。`, {
    sha256: file.sha256,
  })
}
