import { Fragment, useState } from 'react'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { Matrix } from '../../contract/overview.ts'
import { dutyTitle } from '../words.ts'
import { useCadenceWords } from './cadence-words.ts'
import { segmentsOf } from './cells.ts'
import { gridKeys } from './grid-keys.ts'
import { MatrixCell } from './matrix-cell.tsx'
import { texts } from './texts.ts'

const months = Array.from({ length: 12 }, (_, n) => n + 1)

/** Duties × months as a grid: one stop of the tab key, arrows between its cells. */
export function MatrixTable({ rows, year, today }: { rows: Matrix['rows']; year: number; today: string }) {
  const messages = useText(texts)
  const language = useLanguage()
  const cadenceWords = useCadenceWords()
  const [stop, setStop] = useState<string | null>(null)
  const keys = rows.flatMap(({ duty, cells }) => cells.map(({ period }) => `${duty.id} ${period}`))
  const first = stop !== null && keys.includes(stop) ? stop : keys[0]
  const thisMonth = today.startsWith(String(year)) ? Number(today.slice(5, 7)) : null
  return (
    <div className="matrix-scroll">
      <table className="matrix" onKeyDown={gridKeys} aria-label={messages.table(year)}>
        <thead>
          <tr>
            <th scope="col" className="matrix-duty">{messages.duty}</th>
            {months.map((month) => <th key={month} scope="col" className={month === thisMonth ? 'month-now' : undefined}>{messages.month(month)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ duty, cells }, n) => (
            <Fragment key={duty.id}>
              {rows[n - 1]?.duty.group !== duty.group && <tr className="matrix-group"><th scope="rowgroup" colSpan={13} lang="zh-CN">{duty.group}</th></tr>}
              <tr>
                <th scope="row" className="matrix-duty">
                  <span>{dutyTitle(duty, language)}</span>
                  <span className="muted">{cadenceWords(duty)}</span>
                </th>
                {segmentsOf(cells).map(({ from, to, cells: within }) => (
                  <td key={from} colSpan={to - from + 1} className={within.length > 1 ? 'cells-many' : undefined}>
                    {within.map((cell) => (
                      <MatrixCell
                        key={cell.period} duty={duty} cell={cell} withPeriod={within.length > 1}
                        isStop={first === `${duty.id} ${cell.period}`} onFocus={() => setStop(`${duty.id} ${cell.period}`)}
                      />
                    ))}
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
