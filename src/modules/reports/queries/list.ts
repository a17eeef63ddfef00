import type { z } from 'zod'
import type { Reader } from '../../../platform/database/database.ts'
import { knownAt } from '../../../platform/database/known.ts'
import type { Principal } from '../../../platform/http/server.ts'
import type { listReports } from '../contract/lifecycle.ts'
import { coversReport, reportScope } from '../scope.ts'

type Query = z.output<typeof listReports.query>
type Listed = z.output<typeof listReports.reply>
type Row = Awaited<ReturnType<typeof visibleRows>>[number]

/**
 * The reports of the units that someone may read. A body makes some hundreds in ten years, so they are read in one go
 * and sifted here: search over titles could use no index under row-level security anyway.
 */
export async function reportList(db: Reader, principal: Principal, query: Query): Promise<Listed> {
  const rows = await visibleRows(db, principal, query.discarded)
  const found = rows.filter((row) => meets(row, query)).toSorted(orders[query.sort])
  return {
    total: found.length,
    periods: [...new Set(rows.map((row) => row.period))].toSorted().toReversed(),
    units: [...new Map(rows.map((row) => [row.unit_id, row.unit]))].map(([unitId, unit]) => ({ unitId, unit })),
    reports: found.slice(query.offset, query.offset + query.limit).map((row) => ({
      reportId: row.report_id, title: row.title, period: row.period, unit: row.unit, unitId: row.unit_id, state: row.state, version: row.version,
      madeAt: row.changed_at.toISOString(), changedBy: row.changed_by, figures: row.figures, open: row.open_slots,
    })),
  }
}

async function visibleRows(db: Reader, principal: Principal, discarded: boolean) {
  const scope = await reportScope(db, principal, 'reports:read')
  const rows = await db
    .selectFrom('report_versions')
    .selectAll()
    .where('tenant_id', '=', db.tenantId)
    .where(knownAt())
    .execute()
  return rows.filter((row) => coversReport(scope, row.unit_id) && (discarded || row.state !== 'discarded'))
}

function meets(row: Row, { search = '', state, period, unitId, wholeBody }: Query): boolean {
  const words = search.split(/\s+/).filter((word) => word !== '')
  return (
    words.every((word) => row.title.includes(word)) &&
    (state === undefined || row.state === state) &&
    (period === undefined || row.period === period) &&
    (unitId === undefined || row.unit_id === unitId) &&
    (!wholeBody || row.unit_id === null)
  )
}

const newestFirst = (a: Row, b: Row) => b.known_from - a.known_from
const orders: Record<Query['sort'], (a: Row, b: Row) => number> = {
  changed: newestFirst,
  title: (a, b) => a.title.localeCompare(b.title, 'zh') || newestFirst(a, b),
  period: (a, b) => b.period.localeCompare(a.period) || newestFirst(a, b),
}
