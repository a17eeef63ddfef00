import { useText } from '../../../web/ui/language.tsx'
import type { TaskState } from '../rules.ts'
import { texts } from './texts.ts'

/** A sign for each state, so that none is told by its colour alone. */
export const signs: Record<TaskState, string> = { 'not-begun': '○', 'under-way': '◐', done: '✓', late: '!', 'not-applicable': '—', 'not-held': '✕' }

/** A state as a sign and a word. */
export function StateMark({ state, words }: { state: TaskState; words?: string }) {
  const { states } = useText(texts)
  return (
    <span className={`task-state task-state-${state}`}>
      <span className="task-sign" aria-hidden="true">{signs[state]}</span>
      {words ?? states[state]}
    </span>
  )
}
