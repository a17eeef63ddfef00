import { Input } from 'antd'
import type { KeyboardEvent } from 'react'
import type { KindForm, RecordFields } from '../../contract/entry.ts'
import { ChoiceInput } from './choice-input.tsx'
import { DateInput } from './date-input.tsx'
import { typedNumber } from './typed-value.ts'

interface Props {
  id: string
  field: string
  form: KindForm
  value: RecordFields[string] | undefined
  today: string
  describedBy: string | undefined
  onChange(value: RecordFields[string] | null): void
}

/** The input that a field's type asks for. */
export function FieldInput({ id, field, form, value, today, describedBy, onChange }: Props) {
  const definition = form.fields[field]
  if (definition === undefined) return null
  const { type, measure, many, vocabulary } = definition
  if (type === 'date') return <DateInput id={id} value={textOf(value)} today={today} describedBy={describedBy} onChange={onChange} />
  if (type === 'choice') {
    const chosen = value === undefined ? [] : [value].flat().map(String)
    const change = (values: string[]) => onChange(many > 1 ? values : (values[0] ?? null))
    return <ChoiceInput id={id} value={chosen} vocabulary={form.vocabularies[vocabulary ?? '']} many={many} describedBy={describedBy} onChange={change} />
  }
  if (type === 'text' && field !== form.naming) {
    return (
      <Input.TextArea
        id={id} aria-describedby={describedBy} autoSize={{ minRows: 1, maxRows: 8 }} value={textOf(value)}
        onChange={(event) => onChange(event.target.value)} onKeyDown={sendOnEnter}
      />
    )
  }
  const isNumber = type === 'integer' || type === 'decimal'
  return (
    <Input
      id={id} aria-describedby={describedBy} autoComplete="off" value={textOf(value)}
      {...(isNumber ? { inputMode: 'decimal' as const, suffix: <span className="muted">{measure ?? ''}</span> } : {})}
      onChange={(event) => onChange(isNumber ? typedNumber(event.target.value) : event.target.value)}
    />
  )
}

/** Enter saves as in every other field; with Shift it begins a new line. */
function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

function textOf(value: RecordFields[string] | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}
