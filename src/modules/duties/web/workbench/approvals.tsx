import { readableDate, readableNumber } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { openHere } from '../../../../web/ui/address.ts'
import type { ChangeView } from '../../contract/duty.ts'
import type { TaskRow } from '../../contract/task.ts'
import { useDuties } from '../questions.ts'
import { ChangeText } from '../responsibility/change-text.tsx'
import { AnswerChange } from '../responsibility/answer-change.tsx'
import { AnswerButtons } from '../task/answer-buttons.tsx'
import { texts as shared } from '../texts.ts'
import { dutyTitle, periodWords } from '../words.ts'
import { texts } from './texts.ts'

interface Props {
  tasks: TaskRow[]
  changes: ChangeView[]
  count: number
}

/** What others asked and the reader may answer, each with its reason and an answer beside it. */
export function Approvals({ tasks, changes, count }: Props) {
  const messages = useText(texts)
  if (tasks.length + changes.length === 0) return null
  return (
    <section className="task-group" aria-label={messages.approvals}>
      <h2>{messages.approvals} <span className="task-count">{readableNumber(count + changes.length)}</span></h2>
      <ul className="task-lines">
        {tasks.map((task) => <li key={task.taskId}><Settlement task={task} /></li>)}
        {changes.map((change) => <li key={change.changeId}><OneChange change={change} /></li>)}
      </ul>
    </section>
  )
}

function Settlement({ task }: { task: TaskRow }) {
  const messages = useText(texts)
  const { states, task: words } = useText(shared)
  const language = useLanguage()
  if (task.settling === null) return null
  return (
    <>
      <div className="task-line-what">
        <button type="button" className="task-open" onClick={() => openHere({ task: task.taskId })}>{dutyTitle(task.duty, language)}</button>
        <p className="muted"><span lang="zh-CN">{task.unit}</span> · {periodWords(task, language)} · {messages.due(readableDate(task.dueOn, language))}</p>
        <p>{messages.asks(task.settling.askedBy, states[task.settling.as])} <span lang="zh-CN">{words.because(task.settling.reason)}</span></p>
      </div>
      <div className="task-line-verbs"><AnswerButtons task={task} answers={['approve', 'refuse']} /></div>
    </>
  )
}

function OneChange({ change }: { change: ChangeView }) {
  const duties = useDuties(change.unitId)
  const language = useLanguage()
  const duty = duties.data?.duties.find(({ id }) => id === change.duty)
  const title = duty === undefined ? change.duty : dutyTitle(duty, language)
  return (
    <>
      <div className="task-line-what">
        <strong>{title}</strong>
        <ChangeText change={change} />
      </div>
      <div className="task-line-verbs"><AnswerChange change={change} title={title} /></div>
    </>
  )
}
