import { Button, Form, Radio, Select } from 'antd'
import { useState } from 'react'
import { openHere, useAddress } from '../../../../web/ui/address.ts'
import { Drawer } from '../../../../web/ui/drawer.tsx'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { KindDescription, RecordFilter } from '../../contract/list.ts'
import { facetChange, noFilter, writtenValues } from './asked.ts'
import { texts } from './texts.ts'
import { titleOf } from './values.ts'

const drawerWidthPx = 440

/** Opens the facets and states by which a list can be narrowed; each choice works at once. */
export function FilterButton({ kind, filter }: { kind: KindDescription; filter: RecordFilter }) {
  const messages = useText(texts)
  const language = useLanguage()
  const { query } = useAddress()
  const [isOpen, open] = useState(false)
  const count = Object.keys(filter.facets).length + (filter.state === 'recorded' ? 0 : 1) + (filter.workflow === undefined ? 0 : 1)
  const facets = kind.fields.filter(({ facet }) => facet)
  return (
    <>
      <Button onClick={() => open(true)}>{count === 0 ? messages.filters : messages.filtersCounted(count)}</Button>
      <Drawer
        title={messages.filters} widthPx={drawerWidthPx} open={isOpen} onClose={() => open(false)}
        footer={
          <div className="drawer-foot">
            <Button onClick={() => openHere(noFilter(query))}>{messages.clear}</Button>
            <Button type="primary" onClick={() => open(false)}>{messages.close}</Button>
          </div>
        }
      >
        <Form layout="vertical" component="div">
          {facets.map((field) => (
            <Form.Item key={field.id} label={titleOf(field, language)} htmlFor={`facet-${field.id}`}>
              <Select
                id={`facet-${field.id}`}
                mode={field.open ? 'tags' : 'multiple'}
                allowClear
                maxCount={50}
                placeholder={field.open ? messages.typeValue : undefined}
                value={filter.facets[field.id] ?? []}
                optionFilterProp="label"
                options={[...field.values.map((value) => ({ value: value.id, label: titleOf(value, language) })), { value: '', label: messages.notFilled }]}
                onChange={(values: string[]) => openHere(facetChange(field.id, values))}
              />
            </Form.Item>
          ))}
          {kind.states.length > 0 && (
            <Form.Item label={messages.workflow} htmlFor="facet-workflow">
              <Select
                id="facet-workflow" mode="multiple" allowClear value={filter.workflow ?? []}
                options={kind.states.map((state) => ({ value: state.id, label: titleOf(state, language) }))}
                onChange={(values: string[]) => openHere({ workflow: values.length === 0 ? null : writtenValues(values), page: null })}
              />
            </Form.Item>
          )}
          <Form.Item label={messages.state}>
            <Radio.Group
              aria-label={messages.state}
              value={filter.state}
              onChange={(event) => openHere({ state: event.target.value === 'recorded' ? null : String(event.target.value), page: null })}
              options={(['recorded', 'voided', 'all'] as const).map((value) => ({ value, label: messages.states[value] }))}
            />
          </Form.Item>
        </Form>
      </Drawer>
    </>
  )
}
