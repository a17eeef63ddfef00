import { openHere } from '../../../../web/ui/address.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { Matrix } from '../../contract/overview.ts'
import { taskStates, type TaskState } from '../../rules.ts'
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
  const isOne = tasksIn(cell) === 1
  const words = isOne ? messages.short[wordOf(cell)] : messages.share(cell.states.done ?? 0, tasksIn(cell))
  const told = isOne ? words : taskStates.flatMap((state) => (cell.states[state] === undefined ? [] : [messages.stateCount(states[state], cell.states[state])])).join(messages.comma)
  const period = shortPeriod(cell.period, language) ?? cell.period
  return (
    <button
      type="button" className={`cell cell-${tone}`} tabIndex={isStop ? 0 : -1} data-month={cell.from} data-until={cell.to} data-cell={`${duty.id} ${cell.period}`}
      onFocus={onFocus} onClick={() => openHere(cell.taskId === null ? { duty: duty.id, cell: cell.period } : { task: cell.taskId })}
    >
      <span className="unseen">{messages.cell(dutyTitle(duty, language), period, told)}</span>
      <span className="cell-sign" aria-hidden="true">{tone === 'done-late' ? signs.done : signs[tone]}</span>
      <span className="cell-words" aria-hidden="true">
        {withPeriod ? `${period} ` : ''}{words}
        {!isOne && cell.states.late !== undefined && <span className="cell-late"> {messages.lateCount(cell.states.late)}</span>}
      </span>
    </button>
  )
}

/** The word of one task: done in time, in time but recorded later, or late tell more than that it is done. */
function wordOf(cell: Cell): TaskState | 'done-late' | 'recorded-late' {
  if (cell.doneLate > 0) return 'done-late'
  return cell.recordedLate > 0 ? 'recorded-late' : toneOf(cell)
}
