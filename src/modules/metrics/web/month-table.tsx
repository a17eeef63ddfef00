import { openHere, useAddress } from '../../../web/ui/address.ts'
import { useText } from '../../../web/ui/language.tsx'
import type { FigureOfYear, Numbers } from '../contract.ts'
import { changeOf, changeText, fractionText, valueText } from './figure-words.ts'
import { FigureWords } from './figure-words-view.tsx'
import { texts } from './texts.ts'

/** The months of a year beside those of the year before; a month leads to its records. */
export function MonthTable({ figure }: { figure: FigureOfYear }) {
  const messages = useText(texts)
  const { one, yearOf, month: monthName } = messages
  const chosen = useAddress().query.get('month')
  const running = figure.period.includes('..') ? Number(figure.period.slice(-5, -3)) : 0
  const words = (numbers: Numbers | null) => <FigureWords value={valueText(numbers, figure)} fraction={fractionText(numbers, figure)} />
  const change = (now: Numbers | null, before: Numbers | null) => changeText(changeOf(now, before, figure), figure, messages.points)
  const isCompared = figure.form !== 'change'
  return (
    <table className="month-table">
      <thead>
        <tr>
          <th scope="col">{one.months.month}</th>
          <th scope="col" className="number">{yearOf(figure.year)}</th>
          {isCompared && <th scope="col" className="number">{yearOf(figure.year - 1)}</th>}
          {isCompared && <th scope="col" className="number">{one.months.change}</th>}
        </tr>
      </thead>
      <tbody>
        {figure.months.map(({ month, now, before }) => (
          <tr key={month} className={chosen === String(month) ? 'chosen' : undefined}>
            <th scope="row">
              {now !== null && now.records > 0 ? (
                <button type="button" className="plain-link" aria-label={one.openMonth(monthName(month))} onClick={() => openHere({ month: String(month), page: null }, { replace: true })}>{monthName(month)}</button>
              ) : monthName(month)}
              {month === running && <small className="muted">{one.running}</small>}
            </th>
            <td className="number">{now === null ? '' : words(now)}</td>
            {isCompared && <td className="number">{words(before)}</td>}
            {isCompared && <td className="number">{now === null ? '' : change(now, before)}</td>}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{one.months.total}</th>
          <td className="number">{words(figure.now)}</td>
          {isCompared && <td className="number">{words(figure.last)}</td>}
          {isCompared && <td className="number">{change(figure.now, figure.last)}</td>}
        </tr>
      </tfoot>
    </table>
  )
}
