import { Select } from 'antd'
import { openHere, useAddress } from '../../../web/ui/address.ts'
import { useText } from '../../../web/ui/language.tsx'
import type { FacetView } from '../contract.ts'
import { texts } from './texts.ts'

const marked = 'f.'

/** What the address narrows the metric by. */
export function useFacets(): Record<string, string> {
  const { query } = useAddress()
  return Object.fromEntries([...query].flatMap(([name, value]) => (name.startsWith(marked) && value !== '' ? [[name.slice(marked.length), value]] : [])))
}

/** A choice for each facet; values that stand in no record come last. */
export function FacetChoices({ facets, chosen }: { facets: FacetView[]; chosen: Record<string, string> }) {
  const { one } = useText(texts)
  const choose = (facet: string, value: string | undefined) => openHere({ [`${marked}${facet}`]: value ?? null, month: null, page: null }, { replace: true })
  return facets.filter(({ values }) => values.length > 0).map(({ facet, title, values }) => (
    <Select
      key={facet}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={title}
      placeholder={one.anyValue(title)}
      value={chosen[facet]}
      onChange={(value?: string) => choose(facet, value)}
      options={values.map(({ value, title: name, records }) => ({ value, label: records === 0 ? name : `${name}（${records}）` }))}
      popupMatchSelectWidth={false}
    />
  ))
}
