import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { openHere } from '../../../../web/ui/address.ts'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { useIsWide } from '../../../../web/ui/use-screen.ts'
import type { TaskRow } from '../../contract/task.ts'
import { HowDue } from '../how-due.tsx'
import { Standing } from '../lateness.tsx'
import { Owners } from '../owners.tsx'
import { texts } from '../texts.ts'
import { dutyTitle, periodWords } from '../words.ts'

/** The columns of the list of tasks; on a narrow screen one, in which everything stands below each other. */
export function useTaskColumns() {
  const { tasks: { columns }, provisional } = useText(texts)
  const language = useLanguage()
  const isWide = useIsWide()
  const title = (task: TaskRow) => <button type="button" className="task-open" onClick={() => openHere({ task: task.taskId })}>{dutyTitle(task.duty, language)}</button>
  const due = (task: TaskRow) => (
    <>
      <span className="nowrap">{readableDate(task.dueOn, language)}</span>
      {task.provisional && <Tag className="provisional" title={provisional.explain}>{provisional.tag}</Tag>}
      <HowDue taskId={task.taskId} title={dutyTitle(task.duty, language)} />
    </>
  )
  const column = (key: keyof typeof columns, render: (task: TaskRow) => ReactNode) => ({ key, title: columns[key], render: (_: unknown, task: TaskRow) => render(task) })
  if (!isWide) {
    return [column('duty', (task) => (
      <>
        {title(task)}
        <p className="muted"><span lang="zh-CN">{task.unit}</span> · {periodWords(task, language)}</p>
        <p>{columns.due} {due(task)} · <Standing task={task} /></p>
        <p className="muted"><Owners owners={task.owners} /></p>
      </>
    ))]
  }
  return [
    column('duty', title),
    column('unit', (task) => <span lang="zh-CN">{task.unit}</span>),
    column('period', (task) => <span className="nowrap">{periodWords(task, language)}</span>),
    column('due', due),
    column('owners', (task) => <Owners owners={task.owners} />),
    column('state', (task) => <Standing task={task} />),
    { ...column('done', (task) => <span className="nowrap">{task.done} / {task.needed}</span>), align: 'right' as const },
  ]
}
