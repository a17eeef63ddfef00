import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useText } from '../../../web/ui/language.tsx'
import { usePeople } from './questions.ts'
import { texts } from './texts.ts'

interface Props {
  value?: string | null
  onChange?(personId: string): void
  id?: string
}

const newPrefix = 'new:'

/** The typed name where somebody is to be added; null for a person who is there. */
export function newPersonName(chosen: string | null): string | null {
  return chosen?.startsWith(newPrefix) === true ? chosen.slice(newPrefix.length) : null
}

/** Picks a person by name, or a name that is to be added. Namesakes are told apart by their posts. */
export function PersonPicker({ value, onChange, id }: Props) {
  const { fields } = useText(texts)
  const [words, setWords] = useState('')
  const typed = useDeferredValue(words.trim())
  const people = usePeople({ words: typed, limit: 50 }).data?.people ?? []
  const named = people.filter(({ name }) => name !== '')
  const added = newPersonName(value ?? null)
  const options = [
    ...named.map(({ personId, name, posts: [post] }) => ({ value: personId, label: post === undefined ? name : `${name}（${post.unit} ${post.title}）` })),
    ...(typed === '' || named.some(({ name }) => name === typed) ? [] : [{ value: newPrefix + typed, label: fields.newPerson(typed) }]),
    ...(added === null || added === typed ? [] : [{ value: newPrefix + added, label: fields.newPerson(added) }]),
  ]
  return (
    <Select
      id={id}
      autoFocus
      value={value ?? undefined}
      onChange={(chosen: string) => onChange?.(chosen)}
      placeholder={fields.personHint}
      showSearch={{ filterOption: false, onSearch: setWords }}
      options={options}
    />
  )
}
