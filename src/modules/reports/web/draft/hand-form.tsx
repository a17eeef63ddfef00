import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import { useDraft } from '../../../../web/ui/use-draft.tsx'
import { texts } from './texts.ts'
import type { Binding, Draft, Slot } from './types.ts'

interface Props {
  draft: Draft
  slot: Slot
  isSaving: boolean
  /** `saved` is called once it was kept; until then what was typed stays. */
  onSave(binding: Binding, saved?: () => void): void
}

/** A person's words with their reason; what is typed is kept in this browser until it was saved. */
export function HandForm({ draft, slot, isSaving, onSave }: Props) {
  const { change } = useText(texts)
  const beginning = slot.binding.by === 'hand' ? { text: slot.binding.text, reason: slot.binding.reason } : { text: '', reason: '' }
  const typed = useDraft(`report.${draft.reportId}.${slot.slot}`, beginning)
  const [isRefused, setRefused] = useState(false)
  const { text, reason } = typed.value
  const save = (event: FormEvent) => {
    event.preventDefault()
    const isMissing = text.trim() === '' || reason.trim() === ''
    setRefused(isMissing)
    if (isMissing) return
    onSave({ by: 'hand', text: text.trim(), reason: reason.trim() }, typed.clear)
  }
  return (
    <form className="panel-form" onSubmit={save}>
      <label>
        {change.handText}
        <Input value={text} maxLength={2000} status={isRefused && text.trim() === '' ? 'error' : ''} onChange={(event) => typed.change({ text: event.target.value, reason })} />
      </label>
      <label>
        {change.handReason}
        <Input.TextArea
          value={reason} maxLength={500} autoSize={{ minRows: 2 }} placeholder={change.handReasonPlaceholder} status={isRefused && reason.trim() === '' ? 'error' : ''}
          onChange={(event) => typed.change({ text, reason: event.target.value })}
        />
      </label>
      {isRefused && <p className="refusal" role="alert">{change.handMissing}</p>}
      <div className="panel-actions"><Button type="primary" htmlType="submit" loading={isSaving}>{change.save}</Button></div>
    </form>
  )
}
