import type { Tx } from '../../../platform/database/database.ts'
import { Conflict, NotAllowed } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { appendStep, reportMoved } from '../draft/append-step.ts'
import type { Draft } from '../draft/draft.ts'
import { draftOf } from '../draft/load.ts'
import { preparersOf } from '../queries/steps.ts'
import { isPreparer, preparersDoNotReview, refusedByState, type Verb } from '../rules/steps.ts'
import { coversReport, reportScope, requireForReport } from '../scope.ts'

/** Hands a draft to the reviewer. Errors as in `requireStep`. */
export async function submit(tx: Tx, principal: Principal, reportId: string, { version, note }: { version: number; note?: string | undefined }): Promise<Draft> {
  const draft = await draftOf(tx, reportId)
  await requireForReport(tx, principal, 'reports:fill', draft.unitId)
  await requireStep(tx, 'submit', draft, version)
  return appendStep(tx, principal, draft, { step: 'submitted', state: 'submitted', content: { note: note ?? null }, note })
}

/** Gives a report back to be changed: by who reviews or issues, or by the preparer who takes it back. */
export async function giveBack(tx: Tx, principal: Principal, reportId: string, { version, reason }: { version: number; reason: string }): Promise<Draft> {
  const draft = await draftOf(tx, reportId)
  await requireForReport(tx, principal, 'reports:fill', draft.unitId)
  const refusal = await refusedToReturn(tx, principal, draft)
  if (refusal !== null) throw new NotAllowed('not-allowed-for-unit', `${refusal}。`)
  await requireStep(tx, 'return', draft, version)
  return appendStep(tx, principal, draft, { step: 'returned', state: 'draft', content: { reason }, note: reason })
}

/** Says that a report was reviewed. @throws {NotAllowed} `preparer-reviews` */
export async function review(tx: Tx, principal: Principal, reportId: string, { version, note }: { version: number; note?: string | undefined }): Promise<Draft> {
  const draft = await draftOf(tx, reportId)
  await requireForReport(tx, principal, 'reports:review', draft.unitId)
  await requireStep(tx, 'review', draft, version)
  if (isPreparer(principal, await preparersOf(tx, reportId))) throw new NotAllowed('preparer-reviews', `${preparersDoNotReview}。`)
  return appendStep(tx, principal, draft, { step: 'reviewed', state: 'reviewed', content: { note: note ?? null }, note })
}

/** Gives a report up. Errors as in `requireStep`. */
export async function discard(tx: Tx, principal: Principal, reportId: string, { version, reason }: { version: number; reason: string }): Promise<Draft> {
  const draft = await draftOf(tx, reportId)
  await requireForReport(tx, principal, 'reports:fill', draft.unitId)
  await requireStep(tx, 'discard', draft, version)
  return appendStep(tx, principal, draft, { step: 'discarded', state: 'discarded', content: { reason }, note: reason })
}

/** @throws {Conflict} `report-moved` for a version that is not the present one, `bad-step` for a state that does not admit it */
export async function requireStep(tx: Tx, verb: Verb, draft: Draft, version: number): Promise<void> {
  if (draft.version !== version) throw await reportMoved(tx, { reportId: draft.reportId, version })
  const refusal = refusedByState(verb, draft.state)
  if (refusal !== null) throw new Conflict('bad-step', `${refusal}。`, { state: draft.state })
}

async function refusedToReturn(tx: Tx, principal: Principal, draft: Draft): Promise<string | null> {
  for (const permission of ['reports:review', 'reports:issue'] as const) {
    if (coversReport(await reportScope(tx, principal, permission), draft.unitId)) return null
  }
  return isPreparer(principal, await preparersOf(tx, draft.reportId)) ? null : '只有审核人、签发人或编制人能退回这份报告'
}
