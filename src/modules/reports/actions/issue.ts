import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import { Conflict } from '../../../platform/errors.ts'
import { checkpointOf } from '../../../platform/events/checkpoint.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { parsePeriod } from '../../metrics/period.ts'
import { unitTree } from '../../org/tree.ts'
import { annexOf, examplesOf } from '../annex.ts'
import type { issueReport } from '../contract/lifecycle.ts'
import { describeLive, type Report } from '../describe.ts'
import { appendStep } from '../draft/append-step.ts'
import type { Draft } from '../draft/draft.ts'
import { draftOf } from '../draft/load.ts'
import { liveOf } from '../live.ts'
import type { Office, Worker } from '../office.ts'
import { reviewerOf } from '../queries/steps.ts'
import type { Binding } from '../rules/binding.ts'
import { refusedByState } from '../rules/steps.ts'
import { requireForReport } from '../scope.ts'
import { writeFilledReport } from '../word.ts'
import { requireStep } from './lifecycle.ts'

export interface Issuing {
  /** Whether the report's own file carries the annex. */
  annex: boolean
  /** Whether the other form, without or with the annex, is kept too. */
  bothForms: boolean
  /** The files it was made from anchor it in place of a checkpoint. */
  inputs?: { name: string; sha256: string }[] | undefined
  reviewedBy: string | null
  withoutReview: string | null
}

/**
 * Issues a report that was reviewed, or with a reason one that was not: figures, Word files and checkpoint are frozen.
 *
 * @throws {Conflict} `not-reviewed` without a reason; as in `requireStep`
 */
export async function issue(office: Office, principal: Principal, reportId: string, order: z.output<typeof issueReport.body>): Promise<Draft> {
  const { draft, reviewedBy } = await office.database.read(principal.tenantId, async (db) => {
    const found = await draftOf(db, reportId)
    await requireForReport(db, principal, 'reports:issue', found.unitId)
    return { draft: found, reviewedBy: await reviewerOf(db, reportId) }
  })
  const withoutReview = draft.state === 'reviewed' ? null : (order.withoutReview ?? null)
  if (refusedByState('issue', draft.state) === null && draft.state !== 'reviewed' && withoutReview === null) {
    throw new Conflict('not-reviewed', '这份报告还没有审核。请先审核；确需直接签发的，写明理由。', { state: draft.state })
  }
  const frozen = draft.version === order.version ? await freeze(office, principal, draft, { annex: order.annex, bothForms: true, reviewedBy, withoutReview }) : null
  return office.database.write({ tenantId: principal.tenantId, actor: principal.name }, async (tx) => {
    const current = await draftOf(tx, reportId)
    await requireStep(tx, 'issue', current, order.version)
    if (frozen === null) throw new Conflict('report-moved', '这份报告刚刚有变动，请刷新后再签发。', { current: current.version })
    return keepIssued(tx, principal, current, frozen)
  })
}

/** Computes a draft at the present head of the log and stores its Word files. */
export async function freeze(office: Office, who: Worker, draft: Draft, issuing: Issuing): Promise<Report> {
  const { database, files, catalogue } = office
  const found = await database.read(who.tenantId, async (db) => {
    const checkpoint = await checkpointOf(db)
    const live = await liveOf(db, office, draft, { position: checkpoint.position })
    const examples = issuing.annex || issuing.bothForms ? await examplesOf(db, catalogue, live) : []
    return { checkpoint, live, examples, units: await unitsOf(db, draft) }
  })
  const described = describeLive(catalogue, draft, found.live, found.units)
  const anchor = issuing.inputs === undefined ? found.checkpoint : { inputs: issuing.inputs }
  const annex = annexOf(described, found.examples, anchor)
  const store = async (withAnnex: boolean) => {
    const bytes = writeFilledReport(found.live.document, found.live.plan, bindingsText(draft, found.live.bindings), withAnnex ? annex : undefined)
    const { sha256 } = await files.put(Readable.from([Buffer.from(bytes)]), Number.MAX_SAFE_INTEGER)
    return { name: `${draft.title}.docx`, sha256 }
  }
  return {
    reportId: draft.reportId, title: draft.title, period: draft.period, unit: draft.unit, unitId: draft.unitId,
    madeAt: database.clock.now().toISOString(), position: found.checkpoint.position, anchor,
    file: await store(issuing.annex),
    otherFile: issuing.bothForms ? { ...(await store(!issuing.annex)), annex: !issuing.annex } : null,
    ...described, reviewedBy: issuing.reviewedBy, withoutReview: issuing.withoutReview,
  }
}

/** Keeps what was frozen as the issued report. */
export function keepIssued(tx: Tx, who: Worker, draft: Draft, report: Report): Draft {
  const counts = { figures: report.figures.length, open: report.open.length }
  return appendStep(tx, who, draft, { step: 'issued', state: 'issued', content: report, counts, note: report.withoutReview ?? undefined })
}

async function unitsOf(db: Reader, { period }: Draft): Promise<ReadonlyMap<string, { name: string }>> {
  return (await unitTree(db, { on: parsePeriod(period).to })).byId
}

/** What each slot was bound to, kept inside the document so that next year's reading starts from it. */
export function bindingsText({ slots }: Pick<Draft, 'slots'>, bindings: Binding[]): string {
  const kept = slots.map(({ line, column, kind, phrase }, index) => {
    const binding = bindings[index]
    const { metric, facets } = binding?.by === 'metric' ? binding : { metric: null, facets: {} }
    return { line, column, kind, metric, facets, phrase }
  })
  return JSON.stringify(kept)
}
