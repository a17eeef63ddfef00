import type { Tx } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import { Conflict } from '../../../platform/errors.ts'
import type { Worker } from '../office.ts'
import { stepWords } from '../rules/steps.ts'
import type { ReportStateName, StepName } from '../tables.ts'
import { countsOf, type Draft, type SetContent } from './draft.ts'
import { currentVersion } from './load.ts'

export interface Step {
  step: Exclude<StepName, 'made'>
  state: ReportStateName
  /** What the event says beside who took the step. */
  content: object
  note?: string | undefined
  /** What was set, by place. */
  set?: Map<string, SetContent>
  counts?: { figures: number; open: number }
}

/**
 * Appends a step of a report; its projection closes the version it was decided on and adds the next.
 *
 * @throws {Conflict} `report-moved` (when it is committed) where somebody else was faster
 */
export function appendStep(tx: Tx, who: Worker, draft: Draft, taken: Step): Draft {
  const { step, state, content, note, set = new Map<string, SetContent>() } = taken
  const version = draft.version + 1
  const settled = new Map(draft.settled)
  for (const [place, one] of set) settled.set(place, { content: one, by: tx.actor, at: tx.recordedAt, version })
  const next: Draft = { ...draft, version, state, settled, changed: { by: tx.actor, at: tx.recordedAt, step } }
  const counts = taken.counts ?? countsOf(next)
  const event = { type: `report.${step}`, subject: `report:${draft.reportId}`, content: { ...content, version, account: who.accountId ?? null } }
  tx.append(event, async (position) => {
    if (draft.version > 0) await closeVersion(tx, draft, position)
    // The steps of one transaction follow each other: what came before has its position only now.
    next.draftedAt = step === 'drafted' ? position : draft.draftedAt
    next.issuedAt = step === 'issued' ? position : draft.issuedAt
    await insertVersion(tx, who, next, { position, counts, note: note ?? null })
    await setBindings(tx, next, set, position)
  })
  return next
}

async function closeVersion(tx: Tx, draft: Draft, position: number): Promise<void> {
  const closed = await tx
    .updateTable('report_versions')
    .set({ known_to: position })
    .where('tenant_id', '=', tx.tenantId)
    .where('report_id', '=', draft.reportId)
    .where('version', '=', draft.version)
    .where(knownAt())
    .executeTakeFirst()
  if (closed.numUpdatedRows !== 1n) throw await reportMoved(tx, draft)
}

async function insertVersion(
  tx: Tx,
  who: Worker,
  next: Draft,
  { position, counts, note }: { position: number; counts: { figures: number; open: number }; note: string | null },
): Promise<void> {
  await tx
    .insertInto('report_versions')
    .values({
      tenant_id: tx.tenantId, report_id: next.reportId, version: next.version, known_from: position,
      step: next.changed.step, state: next.state, title: next.title, period: next.period, unit_id: next.unitId, unit: next.unit,
      figures: counts.figures, open_slots: counts.open, drafted_at: next.draftedAt, issued_at: next.issuedAt,
      changed_by: tx.actor, changed_account: who.accountId ?? null, changed_at: tx.recordedAt, note,
    })
    .execute()
}

async function setBindings(tx: Tx, { reportId, version }: Draft, set: Map<string, SetContent>, position: number): Promise<void> {
  if (set.size === 0) return
  await tx
    .updateTable('report_bindings')
    .set({ known_to: position })
    .where('tenant_id', '=', tx.tenantId)
    .where('report_id', '=', reportId)
    .where('place', 'in', [...set.keys()])
    .where(knownAt())
    .execute()
  const rows = [...set].map(([place, content]) => ({
    tenant_id: tx.tenantId, report_id: reportId, place, version, known_from: position,
    content: JSON.stringify(content), set_by: tx.actor, set_at: tx.recordedAt,
  }))
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await tx.insertInto('report_bindings').values(rows.slice(start, start + rowsPerStatement)).execute()
  }
}

// Eight values a row, far from the most parameters a statement may have.
const rowsPerStatement = 1000

/** The conflict of someone who decided on a version that others have changed since: it says who did what. */
export async function reportMoved(tx: Tx, { reportId, version }: { reportId: string; version: number }): Promise<Conflict> {
  const now = await currentVersion(tx, reportId)
  const moment = now.changed_at.toISOString().slice(0, 16).replace('T', ' ')
  return new Conflict('report-moved', `${now.changed_by} 于 ${moment}（UTC）${stepWords[now.step]}。请看过之后再试。`, {
    reportId, expected: version, current: now.version, state: now.state, by: now.changed_by, at: now.changed_at.toISOString(), step: now.step,
  })
}
