import { Button, Checkbox, Input } from 'antd'
import { useState, type FormEvent, type ReactNode } from 'react'
import { goTo } from '../../../../web/ui/address.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readablePeriod } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { useUnitView } from '../../../../web/ui/unit-view.tsx'
import { UnitPicker } from '../../../org/web/unit-picker.tsx'
import { useBegin } from './questions.ts'
import { texts } from './texts.ts'

interface Props {
  /** What the draft is made from, as the server is asked for it. */
  report: { name: string; sha256: string } | { form: string }
  /** What people call it. */
  name: string
  /** What was guessed from its title; both can be changed. */
  guess: { unitId: string | null; period: string | null }
  children?: ReactNode
  onCancel(): void
}

/** Asks for which unit and period a report is to be filled, with what its title says already there. */
export function BeginForm({ report, name, guess, children, onCancel }: Props) {
  const language = useLanguage()
  const { form } = useText(texts)
  const view = useUnitView()
  const [unitId, setUnitId] = useState(guess.unitId ?? view.unitId)
  const [period, setPeriod] = useState(guess.period ?? '')
  const [round, setRound] = useState(false)
  const [isRefused, setRefused] = useState(false)
  const begin = useBegin()
  const send = (event: FormEvent) => {
    event.preventDefault()
    setRefused(period.trim() === '')
    if (period.trim() === '') return
    begin.mutate({ report, period: period.trim(), unitId, round }, { onSuccess: ({ reportId }) => goTo(`/reports/${reportId}/draft`) })
  }
  const inWords = readablePeriod(period.trim(), language)
  return (
    <form className="begin" onSubmit={send} aria-label={form.heading}>
      <h2>{form.heading}</h2>
      <p className="begin-from" lang="zh-CN">{name}</p>
      {children}
      <div className="begin-fields">
        <label>
          {form.unit}
          <UnitPicker label={form.unit} placeholder={form.unitHint} value={unitId} onChange={setUnitId} />
        </label>
        <label>
          {form.period}
          <Input
            autoFocus aria-label={form.period} placeholder={form.periodHint} maxLength={40} value={period} status={isRefused ? 'error' : ''}
            suffix={inWords === period.trim() ? null : <span className="muted">{inWords}</span>} onChange={({ target }) => setPeriod(target.value)}
          />
        </label>
      </div>
      <Checkbox checked={round} onChange={({ target }) => setRound(target.checked)}>{form.round}</Checkbox>
      {isRefused && <p className="refusal" role="alert">{form.periodMissing}</p>}
      {begin.isError && <Failure error={begin.error} retry={begin.reset} />}
      <div className="begin-actions">
        <Button type="primary" size="large" htmlType="submit" loading={begin.isPending}>{form.begin}</Button>
        <Button size="large" onClick={onCancel}>{form.cancel}</Button>
      </div>
    </form>
  )
}
