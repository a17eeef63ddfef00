import type { Database } from '../../platform/database/database.ts'
import type { Checkpoint } from '../../platform/events/chain.ts'
import { verifyLog } from '../../platform/events/verify.ts'
import type { Projection, Verification } from '../../platform/events/verify.ts'
import { accessProjection } from '../access/projection.ts'
import { orgProjection } from '../org/projection.ts'
import { packsProjection } from '../packs/projection.ts'
import { batchesProjection } from './batches-projection.ts'
import { columnsProjection } from './columns-projection.ts'
import { evidenceProjection } from './evidence/projection.ts'
import { searchProjection } from './list/search-projection.ts'
import { recordProjection } from './projection.ts'

/**
 * Verifies everything that figures rest on: the log and its chain, and the units, accounts, packs, columns, imports and
 * record versions that were made of it, and what later modules made (`also`). Names the first broken position.
 */
export async function verify(
  database: Database,
  tenantId: number,
  options: { also?: Projection[]; anchor?: Checkpoint; onProgress?: (progress: { position: number; of: number }) => void } = {},
): Promise<Verification & { versions: number }> {
  const records = recordProjection()
  const own = [columnsProjection(), orgProjection(), accessProjection(), packsProjection(), records, batchesProjection(), evidenceProjection(), searchProjection()]
  const projections = [...own, ...(options.also ?? [])]
  const found = await verifyLog(database, tenantId, { ...options, projections })
  return { ...found, versions: records.replayed() }
}
