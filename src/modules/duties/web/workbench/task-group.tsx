import { addDays } from '../../../../engine/calendar/days.ts'
import { readableNumber } from '../../../../web/ui/formats.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import type { TaskRow } from '../../contract/task.ts'
import { TaskLine } from './task-line.tsx'
import { texts } from './texts.ts'

interface Props {
  title: string
  tasks: TaskRow[]
  /** All of them; the first are given. */
  count: number
  /** Which tasks the list shows: of a state, or due within days from today. */
  filter: { state?: string; from?: number; to?: number }
  today: string
  whose: 'mine' | 'unit'
}

/** Tasks under a heading, and the way to the list of all of them. Nothing where there are none. */
export function TaskGroup({ title, tasks, count, filter, today, whose }: Props) {
  const messages = useText(texts)
  if (count === 0) return null
  const query = new URLSearchParams({
    ...(filter.state === undefined ? {} : { state: filter.state }),
    ...(filter.from === undefined ? {} : { from: addDays(today, filter.from) }),
    ...(filter.to === undefined ? {} : { to: addDays(today, filter.to) }),
    ...(whose === 'mine' ? { mine: 'yes' } : {}),
  })
  return (
    <section className="task-group" aria-label={title}>
      <h2>{title} <span className="task-count">{readableNumber(count)}</span></h2>
      <ul className="task-lines">{tasks.map((task) => <li key={task.taskId}><TaskLine task={task} /></li>)}</ul>
      {count > tasks.length && <p><Link to={`/tasks?${query}`}>{messages.all(readableNumber(count))}</Link></p>}
    </section>
  )
}
