import { FigureChange } from '../changes/figure-change.tsx'
import { useReportChanges } from '../changes/report-changes.tsx'

/** In the drawer of a figure: what it was at issue and is now, where its records have changed since. */
export function FigureNow({ reportId, number }: { reportId: string; number: number }) {
  const changed = useReportChanges(reportId).data?.figures.find((figure) => figure.number === number)
  return changed === undefined ? null : <section className="figure-now"><FigureChange figure={changed} /></section>
}
