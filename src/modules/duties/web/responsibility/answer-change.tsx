import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { FormModal } from '../../../org/web/form-modal.tsx'
import { answerChange, type ChangeView } from '../../contract/duty.ts'
import { useRenewed } from '../questions.ts'
import { texts as shared } from '../texts.ts'
import { texts } from './texts.ts'

/** Approves a change at once; refusing and withdrawing ask for a word. Nothing where the reader may answer nothing. */
export function AnswerChange({ change, title }: { change: ChangeView; title: string }) {
  const messages = useText(texts)
  const { reason, answers } = useText(shared)
  const renew = useRenewed()
  const [asked, ask] = useState<'refuse' | 'withdraw' | null>(null)
  const { changeId, version, may } = change
  const send = (answer: 'approve' | 'refuse' | 'withdraw', note: string) => server.call(answerChange, { params: { changeId }, body: { expectedVersion: version, answer, note } })
  const approve = useMutation({ mutationFn: () => send('approve', ''), onSettled: () => renew() })
  if (!may.answer && !may.withdraw) return null
  const words = { refuse: answers.refuse, withdraw: messages.withdraw }
  return (
    <>
      <span className="answer-buttons no-print">
        {may.answer && <Button size="small" type="primary" loading={approve.isPending} aria-label={answers.named.approve(title)} onClick={() => approve.mutate()}>{answers.approve}</Button>}
        {may.answer && <Button size="small" aria-label={answers.named.refuse(title)} onClick={() => ask('refuse')}>{answers.refuse}</Button>}
        {may.withdraw && <Button size="small" aria-label={messages.withdrawNamed(title)} onClick={() => ask('withdraw')}>{messages.withdraw}</Button>}
      </span>
      {approve.isError && <Failure error={approve.error} retry={() => approve.mutate()} />}
      {asked !== null && (
        <FormModal
          title={`${words[asked]}：${title}`} explain={asked === 'withdraw' ? messages.withdrawExplain : undefined} submitLabel={words[asked]}
          beginning={{ note: '' }} submit={({ note }) => send(asked, note)} onDone={() => void renew()} onClose={() => ask(null)}
        >
          <Form.Item name="note" label={reason.label} rules={[{ required: true, whitespace: true, message: reason.missing }]}>
            <Input.TextArea autoFocus maxLength={500} rows={2} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
