import type { UseMutationResult } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useText } from '../../../web/ui/language.tsx'
import { texts } from './texts.ts'

interface Props {
  step: UseMutationResult<unknown, Error, string>
  /** What the step is taken with, where it takes anything. */
  input?: string
  words: string
  /** Says what it will do. */
  confirm: string
  danger?: boolean
  small?: boolean
  disabled?: boolean
}

/** A button that says what it will do before it does it. */
export function AccountStep({ step, input = '', words, confirm, danger = false, small = false, disabled = false }: Props) {
  const { accounts: { yes }, account: { cancel } } = useText(texts)
  return (
    <Popconfirm title={<span className="confirm-words">{confirm}</span>} okText={yes} cancelText={cancel} okButtonProps={{ danger }} disabled={disabled} onConfirm={() => step.mutate(input)}>
      <Button danger={danger} disabled={disabled} size={small ? 'small' : 'middle'} loading={step.isPending && step.variables === input}>{words}</Button>
    </Popconfirm>
  )
}
