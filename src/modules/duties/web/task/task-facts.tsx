import { Tag } from 'antd'
import { readableDate, readableMoment, readableNumber } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { TaskDetail } from '../../contract/task.ts'
import { Standing } from '../lateness.tsx'
import { Owners } from '../owners.tsx'
import { texts } from '../texts.ts'
import { periodWords } from '../words.ts'

/** Of which unit and period a task is, when it is due, how it stands, who answers for it. */
export function TaskFacts({ task }: { task: TaskDetail }) {
  const { task: messages, provisional } = useText(texts)
  const language = useLanguage()
  const due = task.dueAt === null ? readableDate(task.dueOn, language) : readableMoment(task.dueAt, language)
  const rows = [
    { name: messages.state, value: <Standing task={task} /> },
    { name: messages.unit, value: <span lang="zh-CN">{task.unit}</span> },
    { name: messages.period, value: periodWords(task, language) },
    { name: messages.due, value: <>{due}{task.provisional && <Tag className="provisional" title={provisional.explain}>{provisional.tag}</Tag>}</> },
    { name: messages.owners, value: <Owners owners={task.owners} /> },
    { name: messages.done, value: messages.doneOf(readableNumber(task.done), readableNumber(task.needed)) },
    ...(task.doneOn === null ? [] : [{ name: messages.doneOn, value: readableDate(task.doneOn, language) }]),
  ]
  return <dl className="task-facts">{rows.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
}
