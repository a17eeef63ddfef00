import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import type { listImports } from './contract.ts'

/** The ledgers imported so far, newest first; `search` is part of the file's name. */
export async function importsMade(db: Reader, { search, limit, offset }: z.output<typeof listImports.query>): Promise<z.output<typeof listImports.reply>> {
  const batches = await db.selectFrom('import_batches').selectAll().where('tenant_id', '=', db.tenantId).orderBy('position', 'desc').execute()
  const wanted = search?.trim().toLowerCase() ?? ''
  const found = batches.filter(({ file_name: name }) => name.toLowerCase().includes(wanted))
  return {
    total: found.length,
    imports: found.slice(offset, offset + limit).map((batch) => ({
      batchId: batch.batch_id, name: batch.file_name, sha256: batch.file_sha256, records: batch.records, position: batch.position,
      importedAt: batch.recorded_at.toISOString(), importedBy: batch.recorded_by,
    })),
  }
}
