import type { z } from 'zod'
import type { Reader } from '../../platform/database/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { ReportView } from './contract.ts'

type Report = z.output<typeof ReportView>

/** A report as the event that made it says. */
export async function reportOf(db: Reader, reportId: string): Promise<Report> {
  const row = await db
    .selectFrom('reports')
    .innerJoin('events', (join) => join.onRef('events.tenant_id', '=', 'reports.tenant_id').onRef('events.position', '=', 'reports.known_from'))
    .select('events.payload')
    .where('reports.tenant_id', '=', db.tenantId)
    .where('reports.report_id', '=', reportId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('no-report', '没有这份报告')
  const { content } = JSON.parse(row.payload.toString('utf8')) as { content: unknown }
  return ReportView.parse(content)
}

export async function reportList(db: Reader, page: { limit: number; offset: number }) {
  const all = db.selectFrom('reports').where('tenant_id', '=', db.tenantId)
  const { total } = await all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all.selectAll().orderBy('known_from', 'desc').limit(page.limit).offset(page.offset).execute()
  return {
    total,
    reports: rows.map((row) => ({
      reportId: row.report_id, title: row.title, period: row.period, unit: row.unit, madeAt: row.made_at.toISOString(), figures: row.figures, open: row.open_slots,
    })),
  }
}

/** Names of the imported files by their SHA-256. */
export async function importedNames(db: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('import_batches').select(['file_sha256', 'file_name']).where('tenant_id', '=', db.tenantId).execute()
  return new Map(rows.map((row) => [row.file_sha256, row.file_name]))
}
