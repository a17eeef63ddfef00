import type { z } from 'zod'
import type { Reader } from '../../../platform/database/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { ClaimView, keepCheck, listChecks, readCheck } from '../contract/check.ts'
import { contentAt } from '../draft/load.ts'
import { readDocument } from '../read.ts'
import { coversReport, reportScope } from '../scope.ts'
import type { KeptCheck } from './keep.ts'

export type CheckSummary = z.output<typeof keepCheck.reply>
export type Claim = z.output<typeof ClaimView>

export function summaryOf(kept: KeptCheck, checked: { by: string; at: Date }): CheckSummary {
  const { checkId, title, file, period, unitId, unit, position, claims } = kept
  const count = (verdict: Claim['verdict']) => claims.filter((claim) => claim.verdict === verdict).length
  return {
    checkId, title, fileName: file.name, period, unitId, unit, checkedBy: checked.by, checkedAt: checked.at.toISOString(), position,
    counts: { evidenced: count('evidenced'), contradicted: count('contradicted'), unsupported: count('unsupported'), consistent: count('consistent') },
  }
}

/** The kept checks of the units that someone may read, newest first. */
export async function checkList(
  db: Reader,
  principal: Principal,
  { search = '', limit, offset }: z.output<typeof listChecks.query>,
): Promise<z.output<typeof listChecks.reply>> {
  const scope = await reportScope(db, principal, 'reports:read')
  const rows = await db.selectFrom('report_checks').selectAll().where('tenant_id', '=', db.tenantId).orderBy('known_from', 'desc').execute()
  const words = search.split(/\s+/).filter((word) => word !== '')
  const found = rows.filter((row) => coversReport(scope, row.unit_id) && words.every((word) => row.title.includes(word) || row.file_name.includes(word)))
  return {
    total: found.length,
    checks: found.slice(offset, offset + limit).map((row) => ({
      checkId: row.check_id, title: row.title, fileName: row.file_name, period: row.period, unitId: row.unit_id, unit: row.unit,
      checkedBy: row.checked_by, checkedAt: row.checked_at.toISOString(), position: row.known_from,
      counts: { evidenced: row.evidenced, contradicted: row.contradicted, unsupported: row.unsupported, consistent: row.consistent },
    })),
  }
}

/** A kept check with the text it is about. @throws {NotFound} `no-check` */
export async function checkOf(db: Reader, files: FileStore, principal: Principal, checkId: string): Promise<z.output<typeof readCheck.reply>> {
  const row = await db.selectFrom('report_checks').selectAll().where('tenant_id', '=', db.tenantId).where('check_id', '=', checkId).executeTakeFirst()
  const visible = row !== undefined && coversReport(await reportScope(db, principal, 'reports:read'), row.unit_id)
  if (row === undefined || !visible) throw new NotFound('no-check', '没有这次核对，或者您看不到它。')
  const kept = (await contentAt(db, row.known_from)) as KeptCheck
  const { paragraphs } = await readDocument(files, kept.file)
  return {
    ...summaryOf(kept, { by: row.checked_by, at: row.checked_at }),
    paragraphs: paragraphs.map(({ line, text }) => ({ line, text })), claims: kept.claims,
  }
}
