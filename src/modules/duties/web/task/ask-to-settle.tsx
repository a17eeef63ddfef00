import { Form, Input } from 'antd'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { FormModal } from '../../../org/web/form-modal.tsx'
import { askToSettle, type TaskDetail } from '../../contract/task.ts'
import { useRenewed } from '../questions.ts'
import { texts } from '../texts.ts'

interface Props {
  task: TaskDetail
  as: 'not-applicable' | 'not-held'
  onClose(): void
}

/** Asks for a task to be settled as not applicable or not held, with the reason that its approver reads. */
export function AskToSettle({ task: { taskId, version }, as, onClose }: Props) {
  const { task: messages, reason } = useText(texts)
  const renew = useRenewed()
  const submit = (typed: { reason: string }) => server.call(askToSettle, { params: { taskId }, body: { expectedVersion: version, as, reason: typed.reason } })
  return (
    <FormModal
      title={messages.askFor[as]} explain={messages.askExplain[as]} submitLabel={messages.ask} draft={`task.settle.${taskId}`}
      beginning={{ reason: '' }} submit={submit} onDone={() => void renew()} onClose={onClose}
    >
      <Form.Item name="reason" label={reason.label} rules={[{ required: true, whitespace: true, message: reason.missing }]}>
        <Input.TextArea autoFocus maxLength={500} rows={3} />
      </Form.Item>
    </FormModal>
  )
}
