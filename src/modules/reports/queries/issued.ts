import type { Reader } from '../../../platform/database/database.ts'
import { Conflict } from '../../../platform/errors.ts'
import { ReportView } from '../contract/made.ts'
import type { Report } from '../describe.ts'
import { contentAt, currentVersion } from '../draft/load.ts'
import { stateWords } from '../rules/steps.ts'

/**
 * An issued report as the event that issued it says.
 *
 * @throws {NotFound} `no-report`; {Conflict} `not-issued` for one that is still on its way
 */
export async function reportOf(db: Reader, reportId: string): Promise<Report> {
  const row = await currentVersion(db, reportId)
  if (row.issued_at === null) throw new Conflict('not-issued', `这份报告${stateWords[row.state]}，请打开它的稿件。`, { reportId, state: row.state })
  return ReportView.parse(await contentAt(db, row.issued_at))
}

/** The report that was issued first; null while there is none. */
export async function firstIssued(db: Reader): Promise<Report | null> {
  const row = await db
    .selectFrom('report_versions')
    .select('report_id')
    .where('tenant_id', '=', db.tenantId)
    .where('issued_at', 'is not', null)
    .orderBy('issued_at')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : reportOf(db, row.report_id)
}

/** Names of the imported files by their SHA-256. */
export async function importedNames(db: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('import_batches').select(['file_sha256', 'file_name']).where('tenant_id', '=', db.tenantId).execute()
  return new Map(rows.map((row) => [row.file_sha256, row.file_name]))
}
