import { sql } from 'kysely'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { EvidenceTable } from '../tables.ts'

/** A file of a record: the day it stands for, and when and by whom it was received. */
export interface Evidence {
  evidenceId: string
  recordId: string
  name: string
  mediaType: string
  sha256: string
  bytes: number
  standsFor: string
  receivedAt: Date
  receivedBy: string
  /** The position of the log that detached it; null while it is attached. */
  detachedAt: number | null
}

/** Every file that a record has or had, in the order in which they came. */
export async function evidenceOf(db: Reader, recordId: string): Promise<Evidence[]> {
  const rows = await selectEvidence(db).where('record_id', '=', recordId).orderBy('known_from').execute()
  return rows.map(toEvidence)
}

export async function oneEvidence(db: Reader, evidenceId: string): Promise<Evidence | null> {
  const row = await selectEvidence(db).where('evidence_id', '=', evidenceId).executeTakeFirst()
  return row === undefined ? null : toEvidence(row)
}

export async function attachedCount(db: Reader, recordId: string): Promise<number> {
  const { count } = await db
    .selectFrom('evidence')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', db.tenantId)
    .where('record_id', '=', recordId)
    .where(knownAt())
    .executeTakeFirstOrThrow()
  return count
}

export function selectEvidence(db: Reader) {
  return db
    .selectFrom('evidence')
    .select(['evidence_id', 'record_id', 'known_from', 'name', 'media_type', 'sha256', 'bytes', 'stands_for', 'received_at', 'received_by'])
    .select(sql<number | null>`nullif(known_to, 9223372036854775807)`.as('detached_at'))
    .where('tenant_id', '=', db.tenantId)
}

type Row = Omit<EvidenceTable, 'tenant_id' | 'known_to'> & { detached_at: number | null }

function toEvidence(row: Row): Evidence {
  return {
    evidenceId: row.evidence_id,
    recordId: row.record_id,
    name: row.name,
    mediaType: row.media_type,
    sha256: row.sha256,
    bytes: row.bytes,
    standsFor: row.stands_for,
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    detachedAt: row.detached_at,
  }
}
