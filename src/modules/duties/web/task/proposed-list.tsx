import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import type { TaskDetail } from '../../contract/task.ts'
import { texts } from '../texts.ts'
import { useLinking } from '../use-linking.tsx'
import { wantedRecords } from '../wanted.ts'

/** Records that would satisfy a task; as many as are still needed are ticked, one press links them. */
export function ProposedList({ task }: { task: TaskDetail }) {
  const { task: messages } = useText(texts)
  const linking = useLinking()
  const wanted = wantedRecords([task]).get(task.taskId) ?? []
  const [ticked, tick] = useState<string[] | null>(null)
  const chosen = (ticked ?? wanted).filter((recordId) => task.proposed.some((record) => record.recordId === recordId))
  if (task.proposed.length === 0) return linking.note
  const turn = (recordId: string) => tick(chosen.includes(recordId) ? chosen.filter((one) => one !== recordId) : [...chosen, recordId])
  return (
    <section className="proposed" aria-label={messages.proposed}>
      {linking.note}
      <h2>{messages.proposed}</h2>
      <ul>
        {task.proposed.map((record) => (
          <li key={record.recordId}>
            <Proposal record={record} isTicked={chosen.includes(record.recordId)} mayTick={task.may.link} onTurn={() => turn(record.recordId)} />
          </li>
        ))}
      </ul>
      {task.may.link && (
        <Button type="primary" disabled={chosen.length === 0} loading={linking.isPending} onClick={() => linking.link([{ taskId: task.taskId, expectedVersion: task.version, recordIds: chosen }])}>
          {messages.link(chosen.length)}
        </Button>
      )}
      {linking.error !== null && <Failure error={linking.error} retry={() => linking.link([{ taskId: task.taskId, expectedVersion: task.version, recordIds: chosen }])} />}
    </section>
  )
}

interface ProposalProps {
  record: TaskDetail['proposed'][number]
  isTicked: boolean
  mayTick: boolean
  onTurn(): void
}

function Proposal({ record, isTicked, mayTick, onTurn }: ProposalProps) {
  const { task: messages } = useText(texts)
  const language = useLanguage()
  return (
    <>
      {mayTick && <Checkbox checked={isTicked} onChange={onTurn} aria-label={messages.tick(record.title)} />}
      <Link to={`/record/${record.recordId}`}><span lang="zh-CN">{record.title}</span></Link>
      <span className="muted">{readableDate(record.occurredOn, language)} · <span lang="zh-CN">{record.unit}</span> · {messages.evidence(record.evidence)}</span>
    </>
  )
}
