import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { texts } from './texts.ts'

interface Props {
  title: string
  /** What the step does. */
  explain: string
  label: string
  confirm: string
  keep: string
  isOpen: boolean
  isDangerous: boolean
  /** Whether it can be taken without words. */
  isOptional?: boolean
  isRunning: boolean
  failure: unknown
  onConfirm(words: string): void
  onCancel(): void
}

/** Asks before a step that is not taken back, and for the reason; what was typed stays when the server refuses. */
export function ReasonModal({ title, explain, label, confirm, keep, isOpen, isDangerous, isOptional = false, isRunning, failure, onConfirm, onCancel }: Props) {
  const messages = useText(texts)
  const [words, setWords] = useState('')
  const [isMissing, setMissing] = useState(false)
  const go = () => {
    const isBlank = words.trim() === '' && !isOptional
    setMissing(isBlank)
    if (!isBlank) onConfirm(words.trim())
  }
  return (
    <Modal open={isOpen} title={title} okText={confirm} cancelText={keep} okButtonProps={isDangerous ? { danger: true, className: 'confirm-danger' } : {}} confirmLoading={isRunning} onOk={go} onCancel={onCancel}>
      <p>{explain}</p>
      <Form component={false} layout="vertical">
        <Form.Item label={label} htmlFor="reason" required={!isOptional} validateStatus={isMissing ? 'error' : ''} help={isMissing ? messages.reasonMissing : null}>
          <Input id="reason" autoFocus maxLength={500} value={words} placeholder={isOptional ? '' : messages.reasonExample} onChange={(event) => setWords(event.target.value)} onPressEnter={go} />
        </Form.Item>
      </Form>
      {failure !== null && <Failure error={failure} retry={go} />}
    </Modal>
  )
}
