import { Button, Select } from 'antd'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { KindDescription, KindField } from '../../contract/list.ts'
import { texts } from './texts.ts'
import { titleOf } from './values.ts'

type Value = string | string[]

export interface Row {
  field: string | null
  /** '' takes the value away. */
  value: Value | null
}

/** What the rows come to; those not yet filled in are left out. */
export function changesOf(rows: Row[]): Record<string, Value | null> {
  const filled = rows.flatMap(({ field, value }): [string, Value | null][] => {
    if (field === null || value === null) return []
    const isTakenAway = Array.isArray(value) ? value.length === 0 || value.includes('') : value === ''
    return [[field, isTakenAway ? null : value]]
  })
  return Object.fromEntries(filled)
}

interface Props {
  kind: KindDescription
  rows: Row[]
  onChange(rows: Row[]): void
}

/** Which facets get which value, one below the other. */
export function BulkFields({ kind, rows, onChange }: Props) {
  const { bulk: messages } = useText(texts)
  const language = useLanguage()
  const facets = kind.fields.filter(({ facet }) => facet)
  const put = (at: number, row: Row) => onChange(rows.map((each, n) => (n === at ? row : each)))
  return (
    <div className="bulk-fields">
      {rows.map((row, at) => {
        const field = facets.find(({ id }) => id === row.field)
        const free = facets.filter(({ id }) => id === row.field || rows.every((each) => each.field !== id))
        return (
          <div key={row.field ?? `empty-${at}`} className="bulk-row">
            <Select
              aria-label={messages.field} placeholder={messages.choose} value={row.field}
              showSearch={{ optionFilterProp: 'label' }}
              options={free.map((each) => ({ value: each.id, label: titleOf(each, language) }))}
              onChange={(id: string) => put(at, { field: id, value: null })}
            />
            {field !== undefined && <ValueInput field={field} value={row.value} onChange={(value) => put(at, { ...row, value })} />}
            {rows.length > 1 && <Button type="link" onClick={() => onChange(rows.filter((_, n) => n !== at))}>{messages.dropField}</Button>}
          </div>
        )
      })}
      {rows.length < facets.length && rows.every(({ field }) => field !== null) && (
        <Button type="link" className="bulk-add" onClick={() => onChange([...rows, { field: null, value: null }])}>{messages.addField}</Button>
      )}
    </div>
  )
}

function ValueInput({ field, value, onChange }: { field: KindField; value: Value | null; onChange(value: Value): void }) {
  const { bulk: messages } = useText(texts)
  const language = useLanguage()
  const options = [{ value: '', label: messages.empty }, ...field.values.map((each) => ({ value: each.id, label: titleOf(each, language) }))]
  const isMany = field.many > 1
  if (!isMany && !field.open) {
    return (
      <Select
        aria-label={messages.value} placeholder={messages.value} showSearch={{ optionFilterProp: 'label' }}
        value={typeof value === 'string' ? value : null} options={options} onChange={onChange}
      />
    )
  }
  return (
    <Select
      aria-label={messages.value} placeholder={messages.value} mode={field.open ? 'tags' : 'multiple'} maxCount={field.many} optionFilterProp="label"
      value={value === null ? [] : [value].flat()} options={options}
      onChange={(values: string[]) => onChange(isMany ? values : (values.at(-1) ?? ''))}
    />
  )
}
