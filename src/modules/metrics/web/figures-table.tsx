import { readableNumber } from '../../../web/ui/formats.ts'
import { useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { useAddress } from '../../../web/ui/address.ts'
import type { FigureRow } from '../contract.ts'
import { changeOf, changeText, fractionText, valueText } from './figure-words.ts'
import { FigureWords } from './figure-words-view.tsx'
import { MonthNumbers } from './month-numbers.tsx'
import type { Group } from './select-metrics.ts'
import { texts } from './texts.ts'
import { YearChart } from './year-chart.tsx'

/** The metrics with their year, under the title of their ledger or pack; as charts, or with the numbers of each month. */
export function FiguresTable({ year, groups, asTable }: { year: number; groups: Group[]; asTable: boolean }) {
  const messages = useText(texts)
  if (groups.length === 0) return null
  return (
    <table className={asTable ? 'figure-rows figure-rows-table' : 'figure-rows'}>
      <thead>
        <tr>
          <th scope="col">{messages.columns.metric}</th>
          <th scope="col" className="number">{messages.columns.now}</th>
          <th scope="col" className="number last-cell">{messages.columns.last}</th>
          {!asTable && <th scope="col" className="number change-cell">{messages.columns.change}</th>}
          <th scope="col" className="months-cell">{asTable ? messages.columns.months : messages.columns.drawn(year)}</th>
        </tr>
      </thead>
      {groups.map(({ title, rows }) => (
        <tbody key={title}>
          {title !== '' && <tr className="group-row"><th scope="rowgroup" colSpan={asTable ? 4 : 5} lang="zh-CN">{title}</th></tr>}
          {rows.map((row) => <MetricRow key={row.metric} row={row} year={year} asTable={asTable} />)}
        </tbody>
      ))}
    </table>
  )
}

function MetricRow({ row, year, asTable }: { row: FigureRow; year: number; asTable: boolean }) {
  const messages = useText(texts)
  const { query } = useAddress()
  const kept = new URLSearchParams([...query].filter(([name]) => name === 'unit' || name === 'year'))
  const address = `/metrics/${encodeURIComponent(row.metric)}${kept.size === 0 ? '' : `?${kept}`}`
  const part = (value: number | null) => (value === null ? '—' : readableNumber(value))
  const changed = messages.changeParts(part(row.now.numerator), part(row.now.denominator))
  return (
    <tr>
      <th scope="row">
        <Link to={address} className="metric-link"><span lang="zh-CN">{row.title}</span></Link>
        <small className="muted" lang="zh-CN">{row.phrases.slice(0, 4).join('、')}</small>
      </th>
      <td className="number"><FigureWords value={valueText(row.now, row)} fraction={row.form === 'change' ? changed : fractionText(row.now, row)} /></td>
      <td className="number last-cell">
        {row.last !== null && <><span className="narrow-label">{messages.columns.last} </span><FigureWords value={valueText(row.last, row)} fraction={fractionText(row.last, row)} /></>}
      </td>
      {!asTable && <td className="number change-cell">{row.last === null ? '' : changeText(changeOf(row.now, row.last, row), row, messages.points)}</td>}
      <td className="months-cell">
        {asTable ? <MonthNumbers year={year} months={row.months} metric={row} /> : <YearChart title={row.title} year={year} measure={row.measure} months={row.months} />}
      </td>
    </tr>
  )
}
