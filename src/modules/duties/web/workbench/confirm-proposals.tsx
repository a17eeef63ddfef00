import { useQueries } from '@tanstack/react-query'
import { Button, Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import { Drawer } from '../../../../web/ui/drawer.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { useMay } from '../../../../web/ui/session.ts'
import type { TaskDetail, TaskRow } from '../../contract/task.ts'
import { taskQuestion } from '../questions.ts'
import { texts as shared } from '../texts.ts'
import { useLinking } from '../use-linking.tsx'
import { wantedRecords } from '../wanted.ts'
import { dutyTitle, periodWords } from '../words.ts'
import { texts } from './texts.ts'

const atOnce = 20

/** Says how many tasks have records that would satisfy them, and opens the list on which all are linked in one go. */
export function ConfirmProposals({ tasks, count }: { tasks: TaskRow[]; count: number }) {
  const messages = useText(texts)
  const mayLink = useMay('duties:work')
  const [isOpen, setOpen] = useState(false)
  const linking = useLinking(() => setOpen(false))
  const offered = tasks.filter(({ proposals }) => proposals > 0).slice(0, atOnce)
  if (!mayLink) return null
  return (
    <>
      {linking.note}
      {count > 0 && (
        <p className="proposals-note">
          {messages.proposals(count)} <Button size="small" onClick={() => setOpen(true)}>{messages.seeProposals}</Button>
        </p>
      )}
      <Drawer open={isOpen} onClose={() => setOpen(false)} title={messages.confirmTitle}>
        {isOpen && <Offered tasks={offered} more={count - offered.length} linking={linking} />}
      </Drawer>
    </>
  )
}

function Offered({ tasks, more, linking }: { tasks: TaskRow[]; more: number; linking: ReturnType<typeof useLinking> }) {
  const messages = useText(texts)
  const details = useQueries({ queries: tasks.map(({ taskId }) => taskQuestion(taskId)) })
  const [changed, change] = useState<Record<string, boolean>>({})
  const failed = details.find(({ isError }) => isError)
  if (failed?.error) return <Failure error={failed.error} retry={() => details.forEach((detail) => void detail.refetch())} />
  const found = details.flatMap(({ data }) => data ?? [])
  if (found.length < tasks.length) return <Skeleton active paragraph={{ rows: 6 }} />
  const wanted = wantedRecords(found)
  const isTicked = (task: TaskDetail, recordId: string) => changed[`${task.taskId} ${recordId}`] ?? wanted.get(task.taskId)?.includes(recordId) ?? false
  const links = found.flatMap((task) => {
    const recordIds = task.proposed.map(({ recordId }) => recordId).filter((recordId) => isTicked(task, recordId))
    return recordIds.length === 0 ? [] : [{ taskId: task.taskId, expectedVersion: task.version, recordIds }]
  })
  return (
    <>
      <p className="muted">{messages.confirmExplain}</p>
      <ul className="offered">
        {found.map((task) => (
          <li key={task.taskId}>
            <OneTask task={task} isTicked={(recordId) => isTicked(task, recordId)} onTurn={(recordId) => change({ ...changed, [`${task.taskId} ${recordId}`]: !isTicked(task, recordId) })} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="muted">{messages.moreProposals(more)}</p>}
      {linking.error !== null && <Failure error={linking.error} retry={() => linking.link(links)} />}
      <p className="drawer-verbs"><Button type="primary" disabled={links.length === 0} loading={linking.isPending} onClick={() => linking.link(links)}>{messages.linkAll(links.length)}</Button></p>
    </>
  )
}

function OneTask({ task, isTicked, onTurn }: { task: TaskDetail; isTicked(recordId: string): boolean; onTurn(recordId: string): void }) {
  const { task: words } = useText(shared)
  const language = useLanguage()
  return (
    <>
      <p><strong>{dutyTitle(task.duty, language)}</strong> <span className="muted"><span lang="zh-CN">{task.unit}</span> · {periodWords(task, language)}</span></p>
      <ul>
        {task.proposed.map(({ recordId, title, occurredOn, evidence }) => (
          <li key={recordId}>
            <Checkbox checked={isTicked(recordId)} onChange={() => onTurn(recordId)} aria-label={words.tick(title)} />
            <Link to={`/record/${recordId}`}><span lang="zh-CN">{title}</span></Link>
            <span className="muted">{readableDate(occurredOn, language)} · {words.evidence(evidence)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
