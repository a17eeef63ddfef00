import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { FormModal } from '../../../org/web/form-modal.tsx'
import { answerSettling } from '../../contract/task.ts'
import { useRenewed } from '../questions.ts'
import { texts } from '../texts.ts'

type Answer = 'approve' | 'refuse' | 'reopen'

interface Props {
  task: { taskId: string; version: number; duty: { title: string } }
  answers: Answer[]
}

/** Approves at once; refusing and taking back ask for a word that the others read. */
export function AnswerButtons({ task: { taskId, version, duty }, answers }: Props) {
  const { answers: messages, reason } = useText(texts)
  const renew = useRenewed()
  const [asked, ask] = useState<Answer | null>(null)
  const send = (answer: Answer, note: string) => server.call(answerSettling, { params: { taskId }, body: { expectedVersion: version, answer, note } })
  const approve = useMutation({ mutationFn: () => send('approve', ''), onSettled: () => renew() })
  return (
    <>
      <span className="answer-buttons no-print">
        {answers.map((answer) => (
          <Button
            key={answer} size="small" type={answer === 'approve' ? 'primary' : 'default'} loading={answer === 'approve' && approve.isPending}
            aria-label={messages.named[answer](duty.title)} onClick={() => (answer === 'approve' ? approve.mutate() : ask(answer))}
          >
            {messages[answer]}
          </Button>
        ))}
      </span>
      {approve.isError && <Failure error={approve.error} retry={() => approve.mutate()} />}
      {asked !== null && (
        <FormModal
          title={messages.named[asked](duty.title)} submitLabel={messages[asked]} beginning={{ note: '' }}
          submit={({ note }) => send(asked, note)} onDone={() => void renew()} onClose={() => ask(null)}
        >
          <Form.Item name="note" label={reason.label} rules={[{ required: true, whitespace: true, message: reason.missing }]}>
            <Input.TextArea autoFocus maxLength={500} rows={2} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}
