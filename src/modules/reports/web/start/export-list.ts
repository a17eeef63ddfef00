import { readableMoment, readablePeriod, type Language } from '../../../../web/ui/formats.ts'
import { server } from '../../../../web/ui/server.ts'
import { saveCsv } from '../../../../web/ui/save-csv.ts'
import { listReports } from '../../contract/lifecycle.ts'
import type { Listed, ListQuery } from './questions.ts'
import type { texts } from './texts.ts'

const mostAtOnce = 200

/** Saves every report that the list finds, not only the page that is shown. */
export async function exportList(asked: ListQuery, { columns, states, exportName }: (typeof texts)['zh']['list'], language: Language): Promise<void> {
  const rows: Listed['reports'] = []
  for (let total = 1; rows.length < total; ) {
    const found = await server.call(listReports, { query: { ...asked, limit: mostAtOnce, offset: rows.length } })
    total = found.reports.length === 0 ? 0 : found.total
    rows.push(...found.reports)
  }
  saveCsv(exportName, [
    [columns.title, columns.unit, columns.period, columns.state, columns.changed, columns.filled, columns.open],
    ...rows.map((row) => [
      row.title, row.unit, readablePeriod(row.period, language), states[row.state], readableMoment(row.madeAt, language), String(row.figures), String(row.open),
    ]),
  ])
}
