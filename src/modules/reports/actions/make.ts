import type { z } from 'zod'
import { parsePeriod } from '../../metrics/period.ts'
import { unitTree } from '../../org/tree.ts'
import type { fillReport } from '../contract/made.ts'
import type { Report } from '../describe.ts'
import type { Office, Worker } from '../office.ts'
import { unitNamed } from '../unit-named.ts'
import { beginDraft, keepDraft } from './draft.ts'
import { freeze, keepIssued } from './issue.ts'

/**
 * Makes this period's report from an earlier one in one go: a draft with nothing set by hand, issued at once.
 *
 * @throws {Invalid} for a file that is no report or a period that is none; {NotFound} for an unknown unit
 */
export async function makeReport(office: Office, who: Worker, order: z.output<typeof fillReport.body>): Promise<Report> {
  const { report, period, round, annex, inputs } = order
  const draft = await beginDraft(office, who, { report, period, round, unitId: await unitIdOf(office, who, order) })
  const made = await freeze(office, who, draft, { annex, bothForms: false, inputs, reviewedBy: null, withoutReview: '一步生成' })
  await office.database.write({ tenantId: who.tenantId, actor: who.name }, async (tx) => {
    keepIssued(tx, who, keepDraft(tx, who, draft), made)
  })
  return made
}

/** The unit that an order names; null for the whole body. */
export async function unitIdOf({ database }: Office, { tenantId }: Worker, { unit, period }: { unit?: string | undefined; period: string }): Promise<string | null> {
  const { to } = parsePeriod(period)
  if (unit === undefined) return null
  return database.read(tenantId, async (db) => unitNamed(unit, (await unitTree(db, { on: to })).byId))
}
