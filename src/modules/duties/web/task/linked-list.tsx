import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { readableDate, readableMoment } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { server } from '../../../../web/ui/server.ts'
import { FormModal } from '../../../org/web/form-modal.tsx'
import { unlinkRecord, type TaskDetail } from '../../contract/task.ts'
import { useRenewed } from '../questions.ts'
import { texts } from '../texts.ts'

type LinkedRecord = TaskDetail['links'][number]

/** The records and reports that stand in a task, whether each counts, and what it lacks where it does not. */
export function LinkedList({ task }: { task: TaskDetail }) {
  const { task: messages } = useText(texts)
  const [asked, ask] = useState<LinkedRecord | null>(null)
  if (task.links.length === 0) return <p className="muted">{messages.noLinks}</p>
  return (
    <>
      <ul className="linked">
        {task.links.map((link) => (
          <li key={link.linkId}>
            <OneLink link={link} />
            {task.may.link && (
              <Button className="no-print" size="small" onClick={() => ask(link)} aria-label={messages.unlinkNamed(link.title)}>{messages.unlink}</Button>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && <Unlink task={task} link={asked} onClose={() => ask(null)} />}
    </>
  )
}

function OneLink({ link }: { link: LinkedRecord }) {
  const { task: messages } = useText(texts)
  const language = useLanguage()
  const day = link.occurredOn === null ? null : readableDate(link.occurredOn, language)
  return (
    <div>
      <Link to={link.target === 'report' ? `/reports/${link.targetId}` : `/record/${link.targetId}`}><span lang="zh-CN">{link.title}</span></Link>
      <p className="muted">
        {day !== null && <>{day} · </>}<span lang="zh-CN">{link.unit}</span> · {messages.evidence(link.evidence)} · {messages.linkedBy(link.linkedBy, readableMoment(link.linkedAt, language))}
      </p>
      {link.counts ? <p className="counts"><span aria-hidden="true">✓ </span>{messages.counts}</p> : <p className="lacks" lang="zh-CN"><span aria-hidden="true">! </span>{messages.countsNot(link.lacks ?? '')}</p>}
    </div>
  )
}

function Unlink({ task: { taskId, version }, link, onClose }: { task: TaskDetail; link: LinkedRecord; onClose: () => void }) {
  const { task: messages, reason } = useText(texts)
  const renew = useRenewed()
  const submit = (typed: { reason: string }) =>
    server.call(unlinkRecord, { params: { taskId }, body: { expectedVersion: version, linkId: link.linkId, reason: typed.reason } })
  return (
    <FormModal title={messages.unlinkNamed(link.title)} explain={messages.unlinkExplain} submitLabel={messages.unlink} beginning={{ reason: '' }} submit={submit} onDone={() => void renew()} onClose={onClose}>
      <Form.Item name="reason" label={reason.label} rules={[{ required: true, whitespace: true, message: reason.missing }]}>
        <Input.TextArea autoFocus maxLength={500} rows={2} />
      </Form.Item>
    </FormModal>
  )
}
