import type { Changes } from './report-changes.tsx'
import { worth } from './figure-change.tsx'
import type { zh } from './messages/zh.ts'

/** One row for each changed record of each figure, for a spreadsheet. */
export function changesAsCsv(figures: Changes['figures'], text: typeof zh): Uint8Array {
  const rows = figures.flatMap((figure) =>
    figure.records.map((record) => [
      String(figure.number), figure.sentence, figure.metricTitle, worth(figure.atIssue, figure.measure), worth(figure.now, figure.measure),
      `${record.occurredOn} ${record.title}`, text.change[record.change], text.counts[record.counts], record.by, record.at,
    ]),
  )
  const lines = [text.columns, ...rows].map((row) => row.map(quoted).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}`)
}

/** A cell that begins like a formula is kept from being one. */
function quoted(cell: string): string {
  const safe = /^[=+@\t]|^-(?!\d)/.test(cell) ? `'${cell}` : cell
  return `"${safe.replaceAll('"', '""')}"`
}
