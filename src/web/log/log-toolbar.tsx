import { Button, Input, Select, Tag } from 'antd'
import { useState } from 'react'
import { openHere, useAddress } from '../ui/address.ts'
import { wordsOf } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { useMessages, useText } from '../ui/language.tsx'
import { ListToolbar } from '../ui/list-toolbar.tsx'
import { useExport, type Filters } from './questions.ts'
import { texts, type EventType } from './texts.ts'
import { noFilters } from './use-filters.ts'

const groups: Record<string, string[]> = {
  records: ['record', 'import', 'evidence'], duties: ['duty', 'duty-change', 'tasks', 'task'], reports: ['report'], org: ['unit', 'person', 'post'],
  access: ['account', 'role', 'password'], packs: ['pack', 'kind', 'tenant'],
}

/** Narrows the log by type, person, days or subject, and saves what was found. */
export function LogToolbar({ filters, found }: { filters: Filters; found: string }) {
  const messages = useText(texts)
  const shared = useMessages()
  const { query } = useAddress()
  const saving = useExport(filters, messages.title)
  const options = Object.entries(groups).map(([group, families]) => ({
    label: messages.groups[group as keyof typeof messages.groups],
    options: Object.entries(messages.types)
      .filter(([type]) => families.includes(type.split('.')[0] ?? ''))
      .map(([value, label]) => ({ value, label })),
  }))
  return (
    <>
      <ListToolbar
        filters={
          <>
            <Select<EventType[]>
              mode="multiple"
              allowClear
              maxTagCount="responsive"
              className="log-types"
              placeholder={messages.filters.anyType}
              aria-label={messages.filters.types}
              value={(filters.types?.split(',') ?? []) as EventType[]}
              onChange={(types) => openHere({ types: types.length === 0 ? null : types.join(',') }, { replace: true })}
              options={options}
            />
            <ActorField key={filters.actor ?? ''} actor={filters.actor ?? ''} />
            <Day name="from" label={messages.filters.from} />
            <Day name="to" label={messages.filters.to} />
            {filters.subject !== undefined && (
              <Tag className="log-subject" closable onClose={() => openHere({ subject: null })}>{messages.filters.subject}</Tag>
            )}
            {Object.keys(noFilters).some((name) => query.has(name)) && (
              <Button type="link" onClick={() => openHere(noFilters)}>{messages.filters.clear}</Button>
            )}
          </>
        }
        actions={<Button icon={<Icon shape="download" />} loading={saving.isPending} onClick={() => saving.mutate()}>{messages.export}</Button>}
        found={found}
      />
      {saving.isError && <p className="refusal" role="alert">{wordsOf(saving.error, shared)}</p>}
    </>
  )
}

/** Filters when it is left or Enter is pressed, not with every letter. */
function ActorField({ actor }: { actor: string }) {
  const messages = useText(texts)
  const [typed, setTyped] = useState(actor)
  const ask = () => {
    if (typed.trim() !== actor) openHere({ actor: typed.trim() === '' ? null : typed.trim() })
  }
  return (
    <Input
      className="log-actor"
      placeholder={messages.filters.actor}
      aria-label={messages.filters.actor}
      maxLength={60}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={ask}
      onPressEnter={ask}
    />
  )
}

function Day({ name, label }: { name: 'from' | 'to'; label: string }) {
  const day = useAddress().query.get(name) ?? ''
  return (
    <Input
      type="date"
      className="log-day"
      prefix={<span className="muted">{label}</span>}
      aria-label={label}
      value={day}
      onChange={({ target }) => openHere({ [name]: target.value === '' ? null : target.value }, { replace: true })}
    />
  )
}
