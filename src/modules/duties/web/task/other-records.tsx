import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { listRecords } from '../../../records/contract/list.ts'
import type { TaskDetail } from '../../contract/task.ts'
import { texts } from '../texts.ts'
import { useLinking } from '../use-linking.tsx'

const shown = 12

/** Records of the right kind since a task's period began, also those that make up for it later; a person chooses among them. */
export function OtherRecords({ task }: { task: TaskDetail }) {
  const { task: messages } = useText(texts)
  const [isOpen, setOpen] = useState(false)
  const isDue = task.state === 'not-begun' || task.state === 'under-way' || task.state === 'late'
  if (!task.may.link || task.form === null || !isDue) return null
  if (!isOpen) return <Button type="link" className="other-records-button no-print" onClick={() => setOpen(true)}>{messages.others}</Button>
  return <Found task={task} kind={task.form.kind} />
}

function Found({ task, kind }: { task: TaskDetail; kind: string }) {
  const { task: messages } = useText(texts)
  const language = useLanguage()
  const linking = useLinking()
  const [words, setWords] = useState('')
  const filter = JSON.stringify({ from: task.periodFrom, unit: task.unitId, ...(words.trim() === '' ? {} : { search: words.trim() }) })
  const found = useQuery({
    queryKey: ['records', 'of-task', kind, filter],
    queryFn: () => server.call(listRecords, { params: { kind }, query: { filter, sort: 'occurredOn', limit: shown } }),
    placeholderData: keepPreviousData,
  })
  const known = new Set([...task.links.map(({ targetId }) => targetId), ...task.proposed.map(({ recordId }) => recordId)])
  const records = (found.data?.records ?? []).filter(({ recordId }) => !known.has(recordId))
  return (
    <div className="proposed other-records">
      {linking.note}
      <Input autoFocus allowClear maxLength={100} value={words} onChange={({ target }) => setWords(target.value)} placeholder={messages.findOthers} aria-label={messages.findOthers} />
      {found.isPending && <Skeleton active paragraph={{ rows: 3 }} />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && records.length === 0 && <p className="muted">{messages.noOthers}</p>}
      <ul>
        {records.map(({ recordId, title, occurredOn, unit }) => (
          <li key={recordId}>
            <Button size="small" loading={linking.isPending} aria-label={messages.linkOne(title)} onClick={() => linking.link([{ taskId: task.taskId, expectedVersion: task.version, recordIds: [recordId] }])}>{messages.linkIt}</Button>
            <span lang="zh-CN">{title}</span>
            <span className="muted">{readableDate(occurredOn, language)} · <span lang="zh-CN">{unit}</span>{occurredOn > task.periodTo && <> · {messages.madeUp}</>}</span>
          </li>
        ))}
      </ul>
      {linking.error !== null && <Failure error={linking.error} retry={() => void found.refetch()} />}
    </div>
  )
}
