import { Input } from 'antd'
import { useState } from 'react'
import { daysIn } from '../../../../engine/sentence/days.ts'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { texts } from './texts.ts'

interface Props {
  id: string
  value: string | undefined
  today: string
  describedBy: string | undefined
  onChange(value: string): void
}

/** A day as people spell it: 3月5日, 昨天, 2026-03-05. What it was understood as stands beside it. */
export function DateInput({ id, value, today, describedBy, onChange }: Props) {
  const language = useLanguage()
  const messages = useText(texts)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? value ?? ''
  const isDay = value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value)
  const change = (text: string) => {
    setTyped(text)
    onChange(daysIn(text, today)[0]?.value ?? text)
  }
  return (
    <Input
      id={id}
      autoComplete="off"
      value={shown}
      placeholder={messages.dateHint}
      aria-describedby={describedBy}
      suffix={<span className="muted">{isDay && shown !== readableDate(value, language) ? readableDate(value, language) : ''}</span>}
      onChange={(event) => change(event.target.value)}
      onBlur={() => setTyped(null)}
    />
  )
}
