import { useText } from '../../../../web/ui/language.tsx'
import { signs } from '../state-mark.tsx'
import { texts } from './texts.ts'

const shown = ['not-begun', 'under-way', 'done', 'done-late', 'late', 'not-applicable', 'not-held'] as const

/** What the signs and colours of the matrix mean. */
export function Legend() {
  const messages = useText(texts)
  return (
    <ul className="matrix-legend" aria-label={messages.legend}>
      {shown.map((tone) => (
        <li key={tone}>
          <span className={`cell-swatch cell-${tone}`} aria-hidden="true">{tone === 'done-late' ? signs.done : signs[tone]}</span>
          {messages.legendOf[tone]}
        </li>
      ))}
    </ul>
  )
}
