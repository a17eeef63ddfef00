import { readableDate, readableNumber } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import type { TaskDetail, TaskRow } from '../contract/task.ts'
import { StateMark } from './state-mark.tsx'
import { texts } from './texts.ts'
import { dayOfMoment } from './words.ts'

/** How a task stands, with what is said of its time for ever: 逾期3天, 按期完成（3月5日补录）, 逾期完成. */
export function Standing({ task }: { task: TaskRow | TaskDetail }) {
  const { lateness } = useText(texts)
  const language = useLanguage()
  const { state } = task
  if (state === 'late') return <StateMark state={state} words={lateness.overdue(readableNumber(task.lateDays))} />
  if (state !== 'done') return <StateMark state={state} />
  const known = knownOn(task)
  const words = {
    open: lateness.inTime, overdue: lateness.inTime, 'in-time': lateness.inTime, 'done-late': lateness.doneLate,
    'recorded-late': known === null ? lateness.recordedLate : lateness.recordedLateOn(readableDate(known, language)),
  }[task.lateness]
  return (
    <span className={`task-time-${task.lateness}`}>
      <StateMark state={state} words={words} />
    </span>
  )
}

/** The day on which the system learned that the last record needed was there; only the history of a task tells it. */
function knownOn(task: TaskRow | TaskDetail): string | null {
  if (!('versions' in task)) return null
  const ordered = task.versions.toSorted((a, b) => a.version - b.version)
  const lastOpen = ordered.findLastIndex(({ done }) => done < task.needed)
  const complete = ordered[lastOpen + 1]
  return complete === undefined ? null : dayOfMoment(complete.changedAt)
}
