import { useText } from '../../../../web/ui/language.tsx'
import type { TaskDetail } from '../../contract/task.ts'
import { HowSteps } from '../how-due.tsx'
import { texts } from '../texts.ts'
import { Clause } from './clause.tsx'
import { LinkedList } from './linked-list.tsx'
import { OtherRecords } from './other-records.tsx'
import { ProposedList } from './proposed-list.tsx'
import { Settling } from './settling.tsx'
import { TaskFacts } from './task-facts.tsx'
import { TaskVerbs } from './task-verbs.tsx'
import { VersionList } from './version-list.tsx'

/**
 * Everything of a task: how it stands, what may be done, its records, its clause, how its day was worked out, its history.
 * `proposes` is false where its proposals stand above it already.
 */
export function TaskSheet({ task, proposes = true }: { task: TaskDetail; proposes?: boolean }) {
  const { task: messages } = useText(texts)
  return (
    <div className="task-sheet">
      <TaskFacts task={task} />
      <Settling task={task} />
      <TaskVerbs task={task} />
      {proposes && <ProposedList task={task} />}
      <section aria-label={messages.linked}>
        <h2>{messages.linked}</h2>
        <p className="muted" lang="zh-CN">{messages.satisfiedBy(task.satisfiedBy)}</p>
        <LinkedList task={task} />
        <OtherRecords task={task} />
      </section>
      <section aria-label={messages.clause}>
        <h2>{messages.clause}</h2>
        {task.text !== '' && <p lang="zh-CN">{task.text}</p>}
        <Clause source={task.source} />
      </section>
      <section aria-label={messages.how}>
        <h2>{messages.how}</h2>
        <HowSteps how={task.how} />
      </section>
      <VersionList task={task} />
    </div>
  )
}
