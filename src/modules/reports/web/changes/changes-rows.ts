import { worth } from './figure-change.tsx'
import type { zh } from './messages/zh.ts'
import type { Changes } from './report-changes.tsx'

/** One row for each changed record of each figure, below the heading, for a spreadsheet. */
export function rowsOfChanges(figures: Changes['figures'], text: typeof zh): string[][] {
  const rows = figures.flatMap((figure) =>
    figure.records.map((record) => [
      String(figure.number), figure.sentence, figure.metricTitle, worth(figure.atIssue, figure.measure), worth(figure.now, figure.measure),
      `${record.occurredOn} ${record.title}`, text.change[record.change], text.counts[record.counts], record.by, record.at,
    ]),
  )
  return [text.columns, ...rows]
}
