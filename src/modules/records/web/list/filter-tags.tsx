import { Button, Tag } from 'antd'
import { openHere, useAddress } from '../../../../web/ui/address.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { Language } from '../../../../web/ui/formats.ts'
import type { KindDescription } from '../../contract/list.ts'
import { facetChange, noFilter, type Asked } from './asked.ts'
import { texts } from './texts.ts'
import { titleOf } from './values.ts'

/** What the list is narrowed to, each to be taken away by itself. */
export function FilterTags({ kind, asked: { filter } }: { kind: KindDescription; asked: Asked }) {
  const messages = useText(texts)
  const language = useLanguage()
  const { query } = useAddress()
  const facets = Object.entries(filter.facets).map(([field, values]) => ({
    key: field,
    text: `${fieldTitle(kind, field, language)}：${values.map((value) => (value === '' ? messages.notFilled : valueTitle(kind, field, value, language))).join('、')}`,
    change: facetChange(field, []),
  }))
  const states = filter.state === 'recorded' ? [] : [{ key: '@state', text: messages.states[filter.state], change: { state: null, page: null } }]
  const workflow = filter.workflow === undefined ? [] : [{
    key: '@workflow',
    text: filter.workflow.map((id) => titleOf(kind.states.find((state) => state.id === id) ?? { title: id, en: null }, language)).join('、'),
    change: { workflow: null, page: null },
  }]
  const tags = [...facets, ...workflow, ...states]
  if (tags.length === 0) return null
  return (
    <div className="filter-tags">
      {tags.map(({ key, text, change }) => (
        <Tag key={key} closable={{ 'aria-label': messages.remove(text) }} onClose={(event) => { event.preventDefault(); openHere(change) }}>{text}</Tag>
      ))}
      <Button type="link" size="small" className="no-print" onClick={() => openHere(noFilter(query))}>{messages.clear}</Button>
    </div>
  )
}

function fieldTitle(kind: KindDescription, id: string, language: Language): string {
  const field = kind.fields.find((each) => each.id === id)
  return field === undefined ? id : titleOf(field, language)
}

function valueTitle(kind: KindDescription, id: string, value: string, language: Language): string {
  const known = kind.fields.find((each) => each.id === id)?.values.find((each) => each.id === value)
  return known === undefined ? value : titleOf(known, language)
}
