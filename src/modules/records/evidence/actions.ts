import { randomUUID } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts'
import { isDay } from '../fields/date.ts'
import { problemOf } from '../fields/text.ts'
import { currentVersion } from '../queries.ts'
import { mostEvidence, mostEvidenceBytes } from '../rules/evidence-limits.ts'
import type { MediaType } from './media-type.ts'
import { attachedCount, oneEvidence, type Evidence } from './queries.ts'

export interface NewEvidence {
  recordId: string
  name: string
  sha256: string
  bytes: number
  mediaType: MediaType
  /** The day it stands for, which may be any; the moment it was received is the verb's own. */
  standsFor: string
}

/** What the log says of a piece of evidence. */
export type AttachedContent = NewEvidence

/**
 * Adds a stored file to a record that is not voided.
 *
 * @throws {Invalid} `evidence-too-large`, `evidence-empty`, `too-much-evidence`, `bad-evidence`, `record-voided`
 * @throws {NotFound} `no-record`
 * @throws {Conflict} `evidence-attached` when the record carries this very file
 */
export async function attachEvidence(tx: Tx, evidence: NewEvidence): Promise<{ evidenceId: string }> {
  refuseUnfit(evidence)
  const record = await currentVersion(tx, evidence.recordId)
  if (record === null) throw new NotFound('no-record', '没有这条记录。', { recordId: evidence.recordId })
  if (record.state === 'voided') throw new Invalid('record-voided', '这条记录已经作废，不能再加佐证。')
  if ((await attachedCount(tx, evidence.recordId)) >= mostEvidence) throw new Invalid('too-much-evidence', `一条记录最多 ${mostEvidence} 份佐证。一份能说明问题的就够了。`)
  await refuseTwin(tx, evidence)
  const evidenceId = randomUUID()
  const content: AttachedContent = evidence
  tx.append({ type: 'evidence.attached', subject: `evidence:${evidenceId}`, content }, async (position) => {
    await tx
      .insertInto('evidence')
      .values({
        tenant_id: tx.tenantId, evidence_id: evidenceId, record_id: evidence.recordId, known_from: position,
        name: evidence.name, media_type: evidence.mediaType, sha256: evidence.sha256, bytes: evidence.bytes,
        stands_for: evidence.standsFor, received_at: tx.recordedAt, received_by: tx.actor,
      })
      .execute()
  })
  return { evidenceId }
}

/**
 * Takes a file from a record; it stays readable in the record's history, with the reason.
 *
 * @throws {Invalid} `no-reason`
 * @throws {NotFound} `no-evidence`
 * @throws {Conflict} `evidence-detached` when someone was faster
 */
export async function detachEvidence(tx: Tx, order: { recordId: string; evidenceId: string; reason: string }): Promise<void> {
  const reason = order.reason.trim()
  if (reason === '' || reason.length > 500) throw new Invalid('no-reason', '请写明移除的原因（不超过 500 字）。')
  const evidence = await evidenceNamed(tx, order)
  if (evidence.detachedAt !== null) throw alreadyDetached()
  tx.append({ type: 'evidence.detached', subject: `evidence:${order.evidenceId}`, content: { recordId: order.recordId, reason } }, async (position) => {
    const closed = await tx
      .updateTable('evidence')
      .set({ known_to: position })
      .where('tenant_id', '=', tx.tenantId)
      .where('evidence_id', '=', order.evidenceId)
      .where(knownAt())
      .executeTakeFirst()
    if (closed.numUpdatedRows !== 1n) throw alreadyDetached()
  })
}

/** A file that a record has or had. @throws {NotFound} `no-evidence` */
export async function evidenceNamed(db: Reader, { recordId, evidenceId }: { recordId: string; evidenceId: string }): Promise<Evidence> {
  const evidence = await oneEvidence(db, evidenceId)
  if (evidence === null || evidence.recordId !== recordId) throw new NotFound('no-evidence', '没有这份佐证。')
  return evidence
}

function refuseUnfit({ name, bytes, standsFor }: NewEvidence): void {
  if (bytes === 0) throw new Invalid('evidence-empty', `“${name}”是空文件。`)
  if (bytes > mostEvidenceBytes) throw new Invalid('evidence-too-large', `“${name}”超过一份佐证的上限 ${mostEvidenceBytes / 1e6} MB。`)
  const problem = problemOf(name) ?? (isDay(standsFor) ? null : '所证明的日期应为日期')
  if (problem !== null) throw new Invalid('bad-evidence', `佐证不能保存：${problem}。`)
}

async function refuseTwin(tx: Tx, { recordId, sha256, name }: NewEvidence): Promise<void> {
  const twin = await tx
    .selectFrom('evidence')
    .select('name')
    .where('tenant_id', '=', tx.tenantId)
    .where('record_id', '=', recordId)
    .where('sha256', '=', sha256)
    .where(knownAt())
    .executeTakeFirst()
  if (twin !== undefined) throw new Conflict('evidence-attached', `“${name}”与已有的佐证“${twin.name}”内容完全相同，没有重复添加。`)
}

const alreadyDetached = () => new Conflict('evidence-detached', '这份佐证已经移除。')
