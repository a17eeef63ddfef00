import { Input, Select } from 'antd'
import { useState } from 'react'
import { openHere } from '../../../../web/ui/address.ts'
import { useText } from '../../../../web/ui/language.tsx'
import type { RecordFilter } from '../../contract/list.ts'
import { periodsAround, type NamedPeriod } from './periods.ts'
import { texts } from './texts.ts'

/** The days that records stand for: a usual period, or two days of one's own. */
export function PeriodChoice({ filter }: { filter: RecordFilter }) {
  const messages = useText(texts)
  const periods = periodsAround(new Date())
  const named = periods.find(({ from, to }) => from === filter.from && to === filter.to)?.name
  const isAny = filter.from === undefined && filter.to === undefined
  const [isOwn, setOwn] = useState(named === undefined && !isAny)
  const choose = (name: NamedPeriod | 'any' | 'own') => {
    setOwn(name === 'own')
    const period = periods.find((each) => each.name === name)
    if (name !== 'own') openHere({ from: period?.from ?? null, to: period?.to ?? null, page: null })
  }
  return (
    <>
      <Select
        aria-label={messages.period}
        className="period-choice"
        value={isOwn || (named === undefined && !isAny) ? 'own' : (named ?? 'any')}
        onChange={choose}
        options={[
          { value: 'any', label: messages.anyTime },
          ...periods.map(({ name }) => ({ value: name, label: messages[name] })),
          { value: 'own', label: messages.ownPeriod },
        ]}
      />
      {(isOwn || (named === undefined && !isAny)) && (
        <span className="own-period">
          <Day label={messages.from} value={filter.from} onChange={(from) => openHere({ from, page: null }, { replace: true })} />
          <Day label={messages.to} value={filter.to} onChange={(to) => openHere({ to, page: null }, { replace: true })} />
        </span>
      )}
    </>
  )
}

function Day({ label, value, onChange }: { label: string; value: string | undefined; onChange(day: string | null): void }) {
  return (
    <Input
      type="date" aria-label={label} title={label} className="own-day" value={value ?? ''} min="1900-01-01" max="2999-12-31"
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    />
  )
}
