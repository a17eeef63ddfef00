import type { Reader } from '../database/database.ts'
import type { Checkpoint } from './chain.ts'

/** The head of the tenant's log in this snapshot: everything read here is "as known at" its position. */
export async function checkpointOf(db: Reader): Promise<Checkpoint> {
  const head = await db
    .selectFrom('log_heads')
    .select(['position', 'hash'])
    .where('tenant_id', '=', db.tenantId)
    .executeTakeFirstOrThrow()
  return { position: head.position, hash: head.hash.toString('hex') }
}
