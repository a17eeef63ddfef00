import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import type { Principal } from '../../../platform/http/server.ts'
import { checkpointOf } from '../../../platform/events/checkpoint.ts'
import { checkAgainstRecords } from '../check.ts'
import type { keepCheck } from '../contract/check.ts'
import type { Office } from '../office.ts'
import { readStoredReport, type FileRef } from '../read.ts'
import { likelyPeriod } from '../rules/guess.ts'
import { requireForReport } from '../scope.ts'
import { unitNames } from '../unit-names.ts'
import { summaryOf, type CheckSummary, type Claim } from './read.ts'

/** What the event of a kept check says. */
export interface KeptCheck {
  checkId: string
  title: string
  file: FileRef
  period: string
  unitId: string | null
  unit: string
  position: number
  claims: Claim[]
}

/**
 * Checks a finished report and keeps what was found.
 *
 * @throws {Invalid} where neither report nor order says the year; {NotFound} for an unknown unit
 */
export async function check(office: Office, principal: Principal, order: z.output<typeof keepCheck.body>): Promise<CheckSummary> {
  const { database, files, catalogue } = office
  const read = await readStoredReport(files, order.report, catalogue)
  const unitId = order.unitId ?? null
  const found = await database.read(principal.tenantId, async (db) => {
    await requireForReport(db, principal, 'reports:fill', unitId)
    const unit = unitId === null ? '全单位' : (await unitNames(db)).get(unitId)
    if (unit === undefined) throw new NotFound('no-unit', '没有这个单位。', { unitId })
    const { position } = await checkpointOf(db)
    // A finished report speaks of its own year: its likely period as a pattern for the next year, one year back.
    const own = likelyPeriod({ title: read.title, ownYear: read.ownYear === null ? null : read.ownYear - 1, standing: 1, missing: 0 })
    const period = order.period ?? own ?? undefined
    const claims = await checkAgainstRecords(db, office, read, { period, unitId })
    return { unit, position, period: period ?? '', claims }
  })
  const kept: KeptCheck = { checkId: randomUUID(), title: read.title, file: order.report, unitId, ...found }
  return database.write({ tenantId: principal.tenantId, actor: principal.name }, async (tx) => {
    const summary = summaryOf(kept, { by: tx.actor, at: tx.recordedAt })
    tx.append({ type: 'report.checked', subject: `check:${kept.checkId}`, content: kept }, async (position) => {
      await tx
        .insertInto('report_checks')
        .values({
          tenant_id: tx.tenantId, check_id: kept.checkId, known_from: position, title: kept.title, file_name: kept.file.name,
          period: kept.period, unit_id: unitId, unit: kept.unit, checked_by: tx.actor, checked_at: tx.recordedAt, ...summary.counts,
        })
        .execute()
    })
    return summary
  })
}
