import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import { HandForm } from './hand-form.tsx'
import { MetricForm } from './metric-form.tsx'
import { texts } from './texts.ts'
import type { Binding, Draft, Slot } from './types.ts'

interface Props {
  draft: Draft
  slot: Slot
  isSaving: boolean
  /** `saved` is called once it was kept; until then what was typed stays. */
  onSave(binding: Binding, saved?: () => void): void
}

type By = Binding['by']

/** Chooses what fills a slot: a metric with its facets, a person's words, the words that stand there, or nothing yet. */
export function BindingForm({ draft, slot, isSaving, onSave }: Props) {
  const { change } = useText(texts)
  const ways = waysOf(slot)
  const [by, setBy] = useState<By>(ways.includes(slot.binding.by) ? slot.binding.by : (ways[0] ?? 'hand'))
  return (
    <section className="panel-change">
      <h3>{change.title}</h3>
      <Segmented<By> block aria-label={change.label} value={by} onChange={setBy} options={ways.map((value) => ({ value, label: change[value] }))} />
      {by === 'metric' && <MetricForm draft={draft} slot={slot} isSaving={isSaving} onSave={onSave} />}
      {by === 'hand' && <HandForm draft={draft} slot={slot} isSaving={isSaving} onSave={onSave} />}
      {(by === 'kept' || by === 'open' || by === 'year') && (
        <>
          <p className="muted">{by === 'kept' ? change.keptExplain(slot.text) : by === 'open' ? change.openExplain : change.yearExplain}</p>
          <div className="panel-actions">
            <Button type="primary" loading={isSaving} disabled={slot.binding.by === by && slot.settled !== null} onClick={() => onSave({ by })}>{change.save}</Button>
          </div>
        </>
      )}
    </section>
  )
}

/** Names and dates are for people; only what stands there can be kept. */
function waysOf({ kind, filled }: Slot): By[] {
  const first: By[] = kind === 'figure' || kind === 'list' ? ['metric'] : kind === 'date' ? ['year'] : []
  return [...first, 'hand', ...(filled ? (['kept'] as const) : []), 'open']
}
