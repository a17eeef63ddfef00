import { AutoComplete, Select } from 'antd'
import type { ReplyOf } from '../../../../platform/contract/endpoint.ts'
import { useText } from '../../../../web/ui/language.tsx'
import type { findMetrics } from '../../contract/reading.ts'
import { texts } from './texts.ts'

type Facet = ReplyOf<typeof findMetrics>['metrics'][number]['facets'][number]

interface Props {
  facets: Facet[]
  chosen: Record<string, string>
  onChange(facets: Record<string, string>): void
}

/** A choice for each facet; one without a list of its own takes any words. */
export function FacetFields({ facets, chosen, onChange }: Props) {
  const { change } = useText(texts)
  const set = (facet: string, value: string | undefined) => {
    const rest = Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== facet))
    onChange(value === undefined || value === '' ? rest : { ...rest, [facet]: value })
  }
  return (
    <div className="facet-fields">
      {facets.map(({ facet, title, open, values }) => {
        const options = values.map(({ value, title: label }) => ({ value, label }))
        return (
          <label key={facet}>
            <span lang="zh-CN">{title}</span>
            {open && values.length === 0 ? (
              <AutoComplete allowClear aria-label={change.typeValue(title)} placeholder={change.anyValue} value={chosen[facet]} onChange={(value: string | undefined) => set(facet, value)} />
            ) : (
              <Select
                allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={title} placeholder={change.anyValue} value={chosen[facet]} options={options}
                popupMatchSelectWidth={false} onChange={(value: string | undefined) => set(facet, value)}
              />
            )}
          </label>
        )
      })}
    </div>
  )
}
