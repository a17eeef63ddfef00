import { openHere } from '../../../../web/ui/address.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { Matrix } from '../../contract/overview.ts'
import { taskStates } from '../../rules.ts'
import { signs } from '../state-mark.tsx'
import { texts as shared } from '../texts.ts'
import { dutyTitle, shortPeriod } from '../words.ts'
import { tasksIn, toneOf, type Cell } from './cells.ts'
import { texts } from './texts.ts'

interface Props {
  duty: Matrix['rows'][number]['duty']
  cell: Cell
  /** Whether the tab key comes to it; among all cells to one. */
  isStop?: boolean
  onFocus?(): void
  /** Where several cells share a place, each says its period. */
  withPeriod?: boolean
}

/** One period of a duty: coloured, with a sign and a word, and opened with one press. */
export function MatrixCell({ duty, cell, isStop = true, onFocus, withPeriod = false }: Props) {
  const messages = useText(texts)
  const { states } = useText(shared)
  const language = useLanguage()
  const tone = toneOf(cell)
  const told = taskStates.flatMap((state) => (cell.states[state] === undefined ? [] : [messages.stateCount(states[state], cell.states[state])]))
  const period = shortPeriod(cell.period, language) ?? cell.period
  return (
    <button
      type="button" className={`cell cell-${tone}`} tabIndex={isStop ? 0 : -1} data-month={cell.from} data-until={cell.to} data-cell={`${duty.id} ${cell.period}`}
      onFocus={onFocus} aria-label={messages.cell(dutyTitle(duty, language), period, told.join(messages.comma))}
      onClick={() => openHere(cell.taskId === null ? { duty: duty.id, cell: cell.period } : { task: cell.taskId })}
    >
      <span className="cell-sign" aria-hidden="true">{tone === 'done-late' ? signs.done : signs[tone]}</span>
      <span className="cell-words">{withPeriod ? `${period} ` : ''}<Words cell={cell} /></span>
    </button>
  )
}

function Words({ cell }: { cell: Cell }) {
  const messages = useText(texts)
  const tone = toneOf(cell)
  const total = tasksIn(cell)
  const { states, doneLate, recordedLate } = cell
  if (total === 1) {
    if (doneLate > 0) return messages.short['done-late']
    return recordedLate > 0 ? messages.short['recorded-late'] : messages.short[tone]
  }
  const done = messages.share(states.done ?? 0, total)
  return <>{done}{states.late === undefined ? null : <span className="cell-late"> {messages.lateCount(states.late)}</span>}</>
}
