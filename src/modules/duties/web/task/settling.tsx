import { useText } from '../../../../web/ui/language.tsx'
import type { TaskDetail } from '../../contract/task.ts'
import { texts } from '../texts.ts'
import { AnswerButtons } from './answer-buttons.tsx'

/** What somebody asked to settle a task as, waiting for an answer; or as what it was settled, and by whom. */
export function Settling({ task }: { task: TaskDetail }) {
  const { task: messages, states } = useText(texts)
  const { settling, settled } = task
  if (settling !== null) {
    return (
      <div className="settling">
        <p>{messages.asked(settling.askedBy, states[settling.as])}</p>
        <p lang="zh-CN">{messages.because(settling.reason)}</p>
        {task.may.answer && <AnswerButtons task={task} answers={['approve', 'refuse']} />}
      </div>
    )
  }
  if (settled === null) return null
  return (
    <div className="settling">
      <p>{messages.settled(states[settled.as], settled.askedBy, settled.approvedBy)}</p>
      <p lang="zh-CN">{messages.because(settled.reason)}</p>
      <p className="muted">{messages.stillCounted}</p>
      {task.may.answer && <AnswerButtons task={task} answers={['reopen']} />}
    </div>
  )
}
