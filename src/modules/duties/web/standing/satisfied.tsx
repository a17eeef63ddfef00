import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import type { ReplyOf } from '../../../../platform/contract/endpoint.ts'
import type { TaskDetail, findSatisfied } from '../../contract/task.ts'
import '../duties.css'
import { useSatisfied } from '../questions.ts'
import { texts } from '../texts.ts'
import { useLinking } from '../use-linking.tsx'
import { doubled } from '../wanted.ts'
import { dutyTitle, periodWords } from '../words.ts'

type Found = ReplyOf<typeof findSatisfied>
type Fitting = Found['tasks'][number]

interface Props {
  recordIds: string[]
  /** The version of the record, where it may change. */
  version?: number
  /** The task for which the record was entered: it stands first, also where the record makes up for it later. */
  first?: TaskDetail
}

/** The open tasks, of any pack, that records would satisfy: ticked, and linked with one press. Nothing where there are none. */
export function Satisfied({ recordIds, version, first }: Props) {
  const found = useSatisfied(recordIds, version)
  const linking = useLinking()
  const tasks = found.data === undefined ? [] : withFirst(found.data, recordIds, first)
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />
  return (
    <>
      {linking.note}
      {tasks.length > 0 && <Choice key={tasks.map(({ taskId }) => taskId).join()} tasks={tasks} linking={linking} />}
    </>
  )
}

function withFirst({ tasks, standing }: Found, recordIds: string[], first: TaskDetail | undefined): Fitting[] {
  if (first === undefined) return tasks
  const own = tasks.find(({ taskId }) => taskId === first.taskId)
  const others = tasks.filter((task) => task !== own)
  if (own !== undefined) return [own, ...others]
  const isOpen = first.state === 'not-begun' || first.state === 'under-way' || first.state === 'late'
  const stands = standing.some(({ taskId }) => taskId === first.taskId)
  return isOpen && !stands ? [{ ...first, recordIds }, ...others] : others
}

function Choice({ tasks, linking }: { tasks: Fitting[]; linking: ReturnType<typeof useLinking> }) {
  const { satisfied: messages } = useText(texts)
  const mayLink = useMay('duties:work')
  const [left, leave] = useState<string[]>(() => doubled(tasks))
  const chosen = tasks.filter(({ taskId }) => !left.includes(taskId))
  const turn = (taskId: string) => leave(left.includes(taskId) ? left.filter((one) => one !== taskId) : [...left, taskId])
  const send = () => linking.link(chosen.map(({ taskId, version, recordIds }) => ({ taskId, expectedVersion: version, recordIds })))
  return (
    <section className="satisfied" aria-label={messages.title}>
      <p>{messages.ready(tasks.length)}</p>
      <ul>{tasks.map((task) => <li key={task.taskId}><One task={task} isTicked={!left.includes(task.taskId)} onTurn={mayLink ? () => turn(task.taskId) : null} /></li>)}</ul>
      {mayLink && <Button type="primary" disabled={chosen.length === 0} loading={linking.isPending} onClick={send}>{messages.confirm(chosen.length)}</Button>}
      <p className="muted">{messages.evidence}</p>
      {linking.error !== null && <Failure error={linking.error} retry={send} />}
    </section>
  )
}

function One({ task, isTicked, onTurn }: { task: Fitting; isTicked: boolean; onTurn: (() => void) | null }) {
  const { satisfied: messages, task: words } = useText(texts)
  const language = useLanguage()
  const title = dutyTitle(task.duty, language)
  return (
    <>
      {onTurn !== null && <Checkbox checked={isTicked} onChange={onTurn} aria-label={messages.tick(title, task.unit)} />}
      <Link to={`/tasks/${task.taskId}`}>{title}</Link>
      <span className="muted"><span lang="zh-CN">{task.unit}</span> · {periodWords(task, language)} · {words.due} {readableDate(task.dueOn, language)}</span>
    </>
  )
}
