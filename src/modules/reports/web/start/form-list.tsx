import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import { BeginForm } from './begin-form.tsx'
import { useForms } from './questions.ts'
import { texts } from './texts.ts'

/** The report forms that packs bring, for who has no report of last year. */
export function FormList() {
  const { forms: messages } = useText(texts)
  const forms = useForms().data?.forms ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  if (forms.length === 0) return null
  const form = forms.find((one) => one.form === chosen)
  if (form !== undefined) {
    return <BeginForm report={{ form: form.form }} name={form.title} guess={{ unitId: null, period: null }} onCancel={() => setChosen(null)} />
  }
  return (
    <section className="form-list">
      <h2>{messages.title}</h2>
      <p className="muted">{messages.explain}</p>
      <ul>
        {forms.map(({ form: id, title, packTitle, period, figures }) => (
          <li key={id}>
            <span><b lang="zh-CN">{title}</b> <small className="muted" lang="zh-CN">{packTitle}</small></span>
            <span className="muted">{messages.periods[period]} · {messages.figures(figures)}</span>
            <Button size="small" aria-label={messages.useNamed(title)} onClick={() => setChosen(id)}>{messages.use}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
