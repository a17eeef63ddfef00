import { readableNumber } from '../../../web/ui/formats.ts'
import { useText } from '../../../web/ui/language.tsx'
import type { FigureRow, Month, Numbers } from '../contract.ts'
import { fractionText } from './figure-words.ts'
import { texts } from './texts.ts'

/** The same numbers as the chart: months beside each other, this year above the year before. */
export function MonthNumbers({ year, months, metric }: { year: number; months: Month[]; metric: FigureRow }) {
  const messages = useText(texts)
  const cell = (numbers: Numbers | null) => {
    const fraction = fractionText(numbers, metric)
    return (
      <>
        {numbers?.value == null ? '—' : readableNumber(numbers.value)}
        {fraction !== null && <small>{fraction}</small>}
      </>
    )
  }
  return (
    <table className="month-numbers" aria-label={metric.title}>
      <thead>
        <tr><td />{months.map(({ month }) => <th key={month} scope="col">{messages.month(month)}</th>)}</tr>
      </thead>
      <tbody>
        <tr><th scope="row">{messages.yearOf(year)}</th>{months.map(({ month, now }) => <td key={month}>{cell(now)}</td>)}</tr>
        {metric.form !== 'change' && <tr className="muted"><th scope="row">{messages.yearOf(year - 1)}</th>{months.map(({ month, before }) => <td key={month}>{cell(before)}</td>)}</tr>}
      </tbody>
    </table>
  )
}
