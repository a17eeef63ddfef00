import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { wordsOf } from '../../../../web/ui/failure.tsx'
import { useMessages, useText } from '../../../../web/ui/language.tsx'
import { UnitPicker } from '../../../org/web/unit-picker.tsx'
import { FacetFields } from './facet-fields.tsx'
import { FigureFacts } from './figure-facts.tsx'
import { useEvaluation, useMetric, useMetricsFound } from './questions.ts'
import { texts } from './texts.ts'
import { useSettled } from './use-settled.ts'
import type { Binding, Draft, Slot } from './types.ts'

interface Props {
  draft: Draft
  slot: Slot
  isSaving: boolean
  onSave(binding: Binding): void
}

type MetricBinding = Extract<Binding, { by: 'metric' }>

/** Chooses a metric by the words of reports, narrows it by its facets, and shows what the slot would be worth. */
export function MetricForm({ draft, slot, isSaving, onSave }: Props) {
  const messages = useMessages()
  const { change } = useText(texts)
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<MetricBinding | null>(slot.binding.by === 'metric' ? slot.binding : null)
  const found = useMetricsFound(useSettled(search === '' && chosen === null ? slot.phrase : search))
  const metric = useMetric(chosen?.metric ?? null).data ?? null
  const preview = useEvaluation(draft.reportId, slot.slot, useSettled(chosen))
  const isSame = chosen !== null && slot.binding.by === 'metric' && JSON.stringify(slot.binding) === JSON.stringify(chosen)
  const options = (found.data?.metrics ?? []).map((one) => ({ value: one.metric, label: one.title, kind: one.kindTitle, measure: one.measures[0] ?? '' }))
  const isListed = search !== '' || options.some(({ value }) => value === chosen?.metric)
  const known = isListed || metric === null ? options : [{ value: metric.metric, label: metric.title, kind: metric.kindTitle, measure: metric.measures[0] ?? '' }, ...options]
  return (
    <div className="panel-form">
      <label htmlFor={`metric-${slot.slot}`}>{change.search}</label>
      <Select
        id={`metric-${slot.slot}`} aria-label={change.search} placeholder={change.searchPlaceholder} value={chosen?.metric} options={known}
        showSearch={{ filterOption: false, onSearch: setSearch }} notFoundContent={found.isFetching ? null : change.nothingFound}
        optionRender={({ data }) => <span className="metric-option"><span>{data.label}</span><small className="muted">{data.kind}</small></span>}
        onChange={(value: string) => {
          setSearch('')
          setChosen({ by: 'metric', metric: value, facets: {} })
        }}
      />
      {chosen !== null && metric !== null && (
        <>
          <FacetFields facets={metric.facets} chosen={chosen.facets} onChange={(facets) => setChosen({ ...chosen, facets })} />
          <details className="panel-more" open={chosen.period !== undefined || chosen.unitId !== undefined}>
            <summary>{change.periodLabel}</summary>
            <Input
              aria-label={change.periodLabel} placeholder={change.periodPlaceholder} maxLength={40} value={chosen.period ?? ''}
              onChange={({ target }) => setChosen(withPeriod(chosen, target.value.trim()))}
            />
            <UnitPicker label={change.unitLabel} placeholder={change.unitLabel} value={chosen.unitId ?? null} onChange={(unitId) => setChosen(withUnit(chosen, unitId))} />
            <Checkbox checked={chosen.round ?? draft.round} onChange={({ target }) => setChosen({ ...chosen, round: target.checked })}>{change.round}</Checkbox>
          </details>
        </>
      )}
      {chosen !== null && preview.isError && <p className="refusal" role="alert">{wordsOf(preview.error, messages)}</p>}
      {chosen !== null && !isSame && preview.data !== undefined && !preview.isError && (
        <div className="panel-preview" aria-busy={preview.isFetching} aria-live="polite">
          <p className="panel-preview-label">{change.preview}</p>
          <p className="panel-sentence" lang="zh-CN">{preview.data.sentence}</p>
          {preview.data.warning !== null && <p className="refusal" lang="zh-CN">{preview.data.warning}</p>}
          {preview.data.reason !== null && <p className="panel-reason" lang="zh-CN">{change.noValue}：{preview.data.reason}</p>}
          {preview.data.figure !== null && <FigureFacts figure={preview.data.figure} />}
        </div>
      )}
      <div className="panel-actions">
        <Button type="primary" loading={isSaving} disabled={chosen === null || (isSame && slot.settled !== null)} onClick={() => chosen !== null && onSave(chosen)}>{change.save}</Button>
      </div>
    </div>
  )
}

function withPeriod(binding: MetricBinding, period: string): MetricBinding {
  const next = { ...binding, period }
  return period === '' ? without(next, 'period') : next
}

function withUnit(binding: MetricBinding, unitId: string | null): MetricBinding {
  return unitId === null ? without(binding, 'unitId') : { ...binding, unitId }
}

function without(binding: MetricBinding, name: 'period' | 'unitId'): MetricBinding {
  return Object.fromEntries(Object.entries(binding).filter(([key]) => key !== name)) as MetricBinding
}
