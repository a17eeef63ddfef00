import { useMutation } from '@tanstack/react-query'
import { Alert, Checkbox, Form, Input, Modal } from 'antd'
import { Conflict } from '../../../../platform/errors.ts'
import { wordsOf } from '../../../../web/ui/failure.tsx'
import { useMessages, useText } from '../../../../web/ui/language.tsx'
import { goTo } from '../../../../web/ui/address.ts'
import { useDraft } from '../../../../web/ui/use-draft.tsx'
import { takeStep, useRereadReport, type Said, type Steps, type Verb } from './questions.ts'
import { texts } from './texts.ts'

interface Props {
  verb: Verb
  steps: Steps
  onClose(): void
}

/** Says what a step will do, takes the words that go with it, and keeps them until the step was taken. */
export function StepModal({ verb, steps, onClose }: Props) {
  const text = useText(texts)
  const messages = useMessages()
  const reread = useRereadReport()
  const draft = useDraft<Said>(`report-${steps.reportId}-${verb}`, { words: '', annex: true })
  const step = useMutation({
    mutationFn: () => takeStep(verb, steps, draft.value),
    onSuccess: async () => {
      draft.clear()
      onClose()
      await reread()
      if (verb === 'issue') goTo(`/reports/${steps.reportId}`)
      if (verb === 'discard') goTo('/reports')
    },
    onError: (error) => void (error instanceof Conflict && reread()),
  })
  const needsReason = verb === 'return' || verb === 'discard' || (verb === 'issue' && steps.state !== 'reviewed')
  const isMissing = needsReason && draft.value.words.trim() === ''
  const showsWords = verb !== 'issue' || needsReason
  return (
    <Modal
      open
      title={text.verbs[verb]}
      okText={text.verbs[verb]}
      cancelText={text.cancel}
      okButtonProps={{ danger: verb === 'discard', disabled: isMissing }}
      confirmLoading={step.isPending}
      onOk={() => step.mutate()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="step-explain">{text.explain[verb]}</p>
      {verb === 'issue' && needsReason && <Alert type="warning" showIcon title={text.unreviewed} />}
      <Form layout="vertical">
        {showsWords && (
          <Form.Item label={needsReason ? text.reason : text.note} required={needsReason} htmlFor="step-words">
            <Input.TextArea
              id="step-words"
              autoFocus
              rows={3}
              maxLength={500}
              showCount
              value={draft.value.words}
              onChange={({ target }) => draft.change({ ...draft.value, words: target.value })}
            />
          </Form.Item>
        )}
        {verb === 'issue' && (
          <Checkbox checked={draft.value.annex} onChange={({ target }) => draft.change({ ...draft.value, annex: target.checked })}>{text.annex}</Checkbox>
        )}
      </Form>
      {step.isError && <Alert type="error" role="alert" showIcon title={step.error instanceof Conflict ? text.moved : wordsOf(step.error, messages)} />}
    </Modal>
  )
}
