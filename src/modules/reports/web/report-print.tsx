import { useText } from '../../../web/ui/language.tsx'
import type { Report } from './figure.ts'
import { FigureValue } from './figure-value-view.tsx'
import { Sentence } from './sentence.tsx'
import { sharedSentences } from './shared-sentences.ts'
import { texts } from './texts.ts'

/** What goes on paper: every figure with how it was computed, whatever is filtered or paged on the screen. */
export function ReportPrint({ report }: { report: Report }) {
  const { figures: messages, tabs } = useText(texts)
  const figuresOf = sharedSentences(report.figures)
  return (
    <section className="print-only">
      <h2>{tabs.figures} {report.figures.length}</h2>
      <table>
        <thead>
          <tr><th>{messages.number}</th><th>{messages.sentence}</th><th>{messages.value}</th><th>{messages.how}</th></tr>
        </thead>
        <tbody>
          {report.figures.map((figure) => (
            <tr key={figure.number}>
              <td>{figure.number}</td>
              <td><Sentence text={figure.sentence} figures={figuresOf(figure)} marked={figure.number} /></td>
              <td><FigureValue figure={figure} /></td>
              <td>{figure.metricTitle}。{figure.how}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <PrintedPlaces title={tabs.open} places={report.open} />
      <PrintedPlaces title={tabs.carried} places={report.carriedOver} />
    </section>
  )
}

function PrintedPlaces({ title, places }: { title: string; places: { line: number; sentence: string; reason: string }[] }) {
  const { line, colon } = useText(texts)
  if (places.length === 0) return null
  return (
    <>
      <h2>{title} {places.length}</h2>
      <ol>
        {places.map((place, index) => (
          <li key={index}>{line(place.line)}{colon}{place.sentence}<br /><small>{place.reason}</small></li>
        ))}
      </ol>
    </>
  )
}
