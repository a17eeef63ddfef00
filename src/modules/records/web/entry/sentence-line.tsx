import { Button, Input, type InputRef } from 'antd'
import type { RefObject } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import { texts } from './texts.ts'

interface Props {
  value: string
  isReading: boolean
  input: RefObject<InputRef | null>
  onChange(sentence: string): void
  onRead(): void
}

/** One line for one sentence; Enter reads it. */
export function SentenceLine({ value, isReading, input, onChange, onRead }: Props) {
  const messages = useText(texts)
  return (
    <form
      className="sentence-line"
      onSubmit={(event) => {
        event.preventDefault()
        if (value.trim() !== '') onRead()
      }}
    >
      <label htmlFor="sentence">{messages.sentence}</label>
      <Input
        id="sentence" ref={input} size="large" maxLength={500} autoComplete="off" value={value} placeholder={messages.sentenceExample}
        onChange={(event) => onChange(event.target.value)}
      />
      <Button size="large" htmlType="submit" loading={isReading}>{messages.read}</Button>
    </form>
  )
}
