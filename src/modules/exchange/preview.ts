import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import { unitTree } from '../org/tree.ts'
import type { LedgerPreview } from './contract.ts'
import type { LedgerReading } from './reading.ts'

const named = 200

/** A reading as the import page shows it, with what an import on that day would do beside the records. */
export async function previewOf(db: Reader, reading: LedgerReading, on: string): Promise<z.output<typeof LedgerPreview>> {
  const files = new Map(reading.files.map((file) => [file.name, file]))
  const { byId } = await unitTree(db, { on })
  const known = new Set([...byId.values()].map(({ name }) => name))
  const newUnits = [...reading.units.keys()].filter((name) => !known.has(name))
  const before = await db
    .selectFrom('import_batches')
    .select(['file_name', 'recorded_at', 'recorded_by', 'records'])
    .where('tenant_id', '=', db.tenantId)
    .where('file_sha256', 'in', reading.files.map(({ sha256 }) => sha256))
    .execute()
  return {
    sheets: reading.sheets.map((sheet) => ({ ...sheet, file: files.get(sheet.file) ?? { name: sheet.file, sha256: '' } })),
    records: reading.recordCount,
    errorCount: reading.errorCount,
    errors: reading.errors,
    newUnits: newUnits.slice(0, named),
    before: before.map((batch) => ({ name: batch.file_name, importedAt: batch.recorded_at.toISOString(), importedBy: batch.recorded_by, records: batch.records })),
  }
}
