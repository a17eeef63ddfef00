import { useLanguage } from '../../../../web/ui/language.tsx'
import type { Matrix } from '../../contract/overview.ts'
import { dutyTitle } from '../words.ts'
import { useCadenceWords } from './cadence-words.ts'
import { MatrixCell } from './matrix-cell.tsx'

/** The matrix on a narrow screen: one duty below the other, each with its periods. */
export function MatrixList({ rows }: { rows: Matrix['rows'] }) {
  const language = useLanguage()
  const cadenceWords = useCadenceWords()
  return (
    <ul className="matrix-list">
      {rows.map(({ duty, cells }, n) => (
        <li key={duty.id}>
          {rows[n - 1]?.duty.group !== duty.group && <h2 lang="zh-CN">{duty.group}</h2>}
          <h3>{dutyTitle(duty, language)}</h3>
          <p className="muted">{cadenceWords(duty)}</p>
          <div className="matrix-list-cells">{cells.map((cell) => <MatrixCell key={cell.period} duty={duty} cell={cell} withPeriod />)}</div>
        </li>
      ))}
    </ul>
  )
}
