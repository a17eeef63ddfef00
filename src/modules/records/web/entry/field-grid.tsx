import { Form } from 'antd'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { FormField, KindForm, RecordFields, SentenceReading } from '../../contract/entry.ts'
import type { Problems } from './check-form.ts'
import { FieldInput } from './field-input.tsx'
import { problemInEnglish } from './problem-words.ts'
import { texts } from './texts.ts'
import { withValue } from './typed-value.ts'

interface Props {
  form: KindForm
  fields: RecordFields
  problems: Problems
  today: string
  /** What a sentence was read as, to mark what came from it. */
  read?: { sentence: string; reading: SentenceReading } | undefined
  onChange(fields: RecordFields): void
}

/** The fields of a kind, made from its definition: required ones first as the pack orders them, each with its hint. */
export function FieldGrid({ form, fields, problems, today, read, onChange }: Props) {
  const title = useTitle()
  return (
    <div className="field-grid">
      <Form component={false} layout="vertical">
        {Object.entries(form.fields).map(([id, field]) => (
          <OneField
            key={id} id={id} form={form} field={field} title={title(field)} value={fields[id]} problem={problems[id]} today={today} read={read}
            onChange={(value) => onChange(withValue(fields, id, value))}
          />
        ))}
      </Form>
    </div>
  )
}

interface OneProps {
  id: string
  form: KindForm
  field: FormField
  title: string
  value: RecordFields[string] | undefined
  problem: string | undefined
  today: string
  read: Props['read']
  onChange(value: RecordFields[string] | null): void
}

function OneField({ id, form, field, title, value, problem, today, read, onChange }: OneProps) {
  const messages = useText(texts)
  const isRequired = field.required || id === form.occurred || id === form.naming
  const guess = read?.reading.guesses.find((one) => one.field === id && JSON.stringify(one.value) === JSON.stringify(value))
  const hint = guess === undefined ? hintOf(field, messages) : guess.end === 0 ? messages.guessedNothing : messages.guessed(read?.sentence.slice(guess.start, guess.end) ?? '')
  const language = useLanguage()
  const wrong = problem === undefined || language === 'zh' ? problem : problemInEnglish(problem)
  const told = wrong ?? hint
  const describedBy = told === undefined ? undefined : `field-${id}-told`
  const isWide = id === form.naming || (field.type === 'text' && !field.facet)
  return (
    <Form.Item
      className={[isWide ? 'field-wide' : '', guess === undefined ? '' : 'field-guessed'].join(' ')}
      label={title}
      required={isRequired}
      htmlFor={`field-${id}`}
      validateStatus={problem === undefined ? '' : 'error'}
      help={told === undefined ? null : <span id={describedBy} className="field-told">{told}</span>}
    >
      <FieldInput id={`field-${id}`} field={id} form={form} value={value} today={today} describedBy={describedBy} onChange={onChange} />
    </Form.Item>
  )
}

function hintOf(field: FormField, messages: { example(text: string): string; atMost(count: number): string }): string | undefined {
  if (field.example !== undefined && field.type !== 'date') return messages.example(field.example)
  return field.many > 1 ? messages.atMost(field.many) : undefined
}

export function useTitle(): (named: { title: string; en?: string | undefined }) => string {
  const language = useLanguage()
  return ({ title, en }) => (language === 'en' ? (en ?? title) : title)
}

/** Brings the keyboard to a field. */
export function focusField(id: string): void {
  document.getElementById(`field-${id}`)?.focus()
}
