import { randomUUID } from 'node:crypto'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../../platform/errors.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { contentOf, textOf } from '../changes.ts'
import type { DutyChange } from '../contract/duty.ts'
import type { ChangeEvent } from '../events.ts'
import { evolveChange, type ChangeVersion } from '../evolve-change.ts'
import type { Asker } from './task.ts'

/** Asks for a change of a duty; another person answers. @throws {NotFound} `no-duty`; {Invalid} `nothing-changes`, `no-kind` */
export async function askChange(
  tx: Tx,
  catalogue: Catalogue,
  order: { duty: string; unitId: string | null; fromOn: string; content: DutyChange; reason: string },
  { accountId }: Asker,
): Promise<{ changeId: string; version: number }> {
  if (!catalogue.duties.has(order.duty)) throw new NotFound('no-duty', '没有这项责任。', { duty: order.duty })
  checkContent(catalogue, order.content)
  const changeId = randomUUID()
  const { version } = appendChange(tx, changeId, null, { type: 'duty-change.asked', content: { ...order, account: accountId } })
  return { changeId, version }
}

/** Approves or refuses what another person asked. @throws {NotAllowed} `own-request`; {Conflict} `stale-version`, `answered`; {NotFound} `no-change` */
export async function answerChange(tx: Tx, order: { changeId: string; expectedVersion: number; answer: 'approve' | 'refuse'; note: string }, asker: Asker): Promise<{ version: number }> {
  const { changeId, answer, note } = order
  const change = await expectChange(tx, order)
  if (change.state !== 'asked') throw new Conflict('answered', '这项申请已经有了答复，请刷新后查看。', { changeId })
  if (isOwn(change, asker, tx.actor)) throw ownRequest()
  return appendChange(tx, changeId, change, { type: 'duty-change.answered', content: { answer, note } })
}

/** Takes back an approved change, or one's own request; the duty is then owed as without it. */
export async function withdrawChange(tx: Tx, order: { changeId: string; expectedVersion: number; note: string }): Promise<{ version: number }> {
  const change = await expectChange(tx, order)
  if (change.state !== 'approved' && change.state !== 'asked') throw new Conflict('answered', '这项变更没有生效，不用撤回。', { changeId: order.changeId })
  return appendChange(tx, order.changeId, change, { type: 'duty-change.withdrawn', content: { note: order.note } })
}

/** A change as it now stands. @throws {NotFound} `no-change` */
export async function changeNamed(db: Reader, changeId: string): Promise<ChangeVersion> {
  const row = await db.selectFrom('duty_changes').selectAll().where('tenant_id', '=', db.tenantId).where('change_id', '=', changeId).where(knownAt()).executeTakeFirst()
  if (row === undefined) throw new NotFound('no-change', '没有这项变更。', { changeId })
  return {
    version: row.version, duty: row.duty, unitId: row.unit_id, fromOn: row.from_on, content: contentOf(row.content), state: row.state as ChangeVersion['state'],
    reason: row.reason, askedBy: row.asked_by, askedAccount: row.asked_account, answeredBy: row.answered_by, answer: row.answer,
  }
}

export function ownRequest(): NotAllowed {
  return new NotAllowed('own-request', '自己提出的申请要由另一个人批准。')
}

export function isOwn({ askedBy, askedAccount }: { askedBy: string | null; askedAccount: string | null }, { accountId }: Asker, actor: string): boolean {
  return askedAccount === null || accountId === null ? askedBy === actor : askedAccount === accountId
}

async function expectChange(tx: Tx, { changeId, expectedVersion }: { changeId: string; expectedVersion: number }): Promise<ChangeVersion> {
  const change = await changeNamed(tx, changeId)
  if (change.version !== expectedVersion) throw staleChange(changeId)
  return change
}

/** What a changed duty asks of must exist, else no record could ever satisfy it. */
function checkContent({ kinds }: Catalogue, content: DutyChange): void {
  if (content !== null && Object.keys(content).length === 0) throw new Invalid('nothing-changes', '没有写明要改什么。')
  const asked = [content?.satisfied?.kind, content?.cadence?.type === 'event' ? content.cadence.kind : undefined]
  for (const kind of asked) if (kind !== undefined && !kinds.has(kind)) throw new Invalid('no-kind', `没有台账类型“${kind}”。`, { kind })
}

function appendChange(tx: Tx, changeId: string, previous: ChangeVersion | null, event: ChangeEvent): ChangeVersion {
  const next = evolveChange(previous, event, tx.actor)
  tx.append({ ...event, subject: `duty-change:${changeId}` }, async (position) => {
    const closed = await tx
      .updateTable('duty_changes')
      .set({ known_to: position })
      .where('tenant_id', '=', tx.tenantId)
      .where('change_id', '=', changeId)
      .where('version', '=', previous?.version ?? 0)
      .where(knownAt())
      .executeTakeFirst()
    if (closed.numUpdatedRows !== (previous === null ? 0n : 1n)) throw staleChange(changeId)
    await tx
      .insertInto('duty_changes')
      .values({
        tenant_id: tx.tenantId, change_id: changeId, version: next.version, known_from: position,
        duty: next.duty, unit_id: next.unitId, from_on: next.fromOn, content: textOf(next.content), state: next.state, reason: next.reason,
        asked_by: next.askedBy, asked_account: next.askedAccount, answered_by: next.answeredBy, answer: next.answer,
      })
      .execute()
  })
  return next
}

function staleChange(changeId: string): Conflict {
  return new Conflict('stale-version', '这项变更在您打开之后已被他人答复或修改，请刷新后重试。', { changeId })
}
