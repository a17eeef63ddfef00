import { Select } from 'antd'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { texts } from './texts.ts'
import type { FormVocabulary } from '../../contract/entry.ts'

interface Props {
  id: string
  value: string[]
  vocabulary: FormVocabulary | undefined
  many: number
  describedBy: string | undefined
  onChange(value: string[]): void
}

interface Option {
  value: string
  label: string
  /** Everything under which it is found, in small letters. */
  words: string
}

/** Values of a vocabulary, found by any part of their title or synonyms; an open one takes other words as well. */
export function ChoiceInput({ id, value, vocabulary, many, describedBy, onChange }: Props) {
  const messages = useText(texts)
  const options = useOptions(vocabulary)
  const isOpen = vocabulary?.open !== false
  return (
    <Select<string[], Option>
      id={id}
      className="choice-input"
      mode={isOpen ? 'tags' : 'multiple'}
      value={value}
      options={options}
      allowClear
      aria-describedby={describedBy}
      placeholder={isOpen ? messages.openWords : messages.closedWords}
      showSearch={{ filterOption: (text, option) => option?.words.includes(text.trim().toLowerCase()) ?? false }}
      onChange={(chosen) => onChange(chosen.map((one) => idOf(one, options)).slice(-many))}
    />
  )
}

function useOptions(vocabulary: FormVocabulary | undefined): Option[] {
  const language = useLanguage()
  return Object.entries(vocabulary?.values ?? {}).map(([value, { title, en, synonyms }]) => ({
    value,
    label: language === 'en' ? (en ?? title) : title,
    words: [title, en ?? '', ...synonyms].join('\n').toLowerCase(),
  }))
}

/** What was typed in full is the value of that title, not a word of one's own. */
function idOf(typed: string, options: Option[]): string {
  const bare = typed.trim().toLowerCase()
  if (options.some(({ value }) => value === typed)) return typed
  return options.find(({ words }) => words.split('\n').includes(bare))?.value ?? typed.trim()
}
