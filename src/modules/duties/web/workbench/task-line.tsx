import { Button, Tag } from 'antd'
import { openHere } from '../../../../web/ui/address.ts'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import type { TaskRow } from '../../contract/task.ts'
import { HowDue } from '../how-due.tsx'
import { Standing } from '../lateness.tsx'
import { Owners } from '../owners.tsx'
import { texts as shared } from '../texts.ts'
import { useRegister } from '../use-register.ts'
import { dutyTitle, periodWords } from '../words.ts'
import { texts } from './texts.ts'

/** One task: what is owed, by when, by whom, how it stands; its record is one press away. */
export function TaskLine({ task }: { task: TaskRow }) {
  const messages = useText(texts)
  const { provisional } = useText(shared)
  const language = useLanguage()
  const register = useRegister()
  const [mayEnter, mayWork] = [useMay('records:enter'), useMay('duties:work')]
  const title = dutyTitle(task.duty, language)
  return (
    <>
      <div className="task-line-what">
        <button type="button" className="task-open" onClick={() => openHere({ task: task.taskId })}>{title}</button>
        <p className="muted"><span lang="zh-CN">{task.unit}</span> · {periodWords(task, language)} · <Owners owners={task.owners} /></p>
      </div>
      <div className="task-line-when">
        <span className="nowrap">{messages.due(readableDate(task.dueOn, language))}</span>
        {task.provisional && <Tag className="provisional" title={provisional.explain}>{provisional.tag}</Tag>}
        <HowDue taskId={task.taskId} title={title} />
        <p><Standing task={task} />{task.needed > 1 && <span className="muted"> {task.done} / {task.needed}</span>}</p>
      </div>
      {mayEnter && mayWork && (
        <div className="task-line-verbs no-print">
          <Button size="small" loading={register.isPending} onClick={() => register.mutate(task.taskId)} aria-label={messages.registerFor(title)}>{messages.register}</Button>
          <Button size="small" onClick={() => openHere({ task: task.taskId })} aria-label={messages.linkFor(title)}>
            {task.proposals > 0 ? messages.linkCount(task.proposals) : messages.link}
          </Button>
        </div>
      )}
    </>
  )
}
