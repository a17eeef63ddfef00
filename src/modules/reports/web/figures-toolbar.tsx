import { Input, Select, type InputRef } from 'antd'
import { useMemo, useRef } from 'react'
import { Icon } from '../../../web/ui/icon.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { useIsWide } from '../../../web/ui/use-screen.ts'
import { useSlashKey } from '../../../web/ui/use-slash-key.ts'
import type { Figure } from './figure.ts'
import { metricsOf, orders, states, type Order, type Selection } from './select-figures.ts'
import { texts } from './texts.ts'

interface Props {
  figures: Figure[]
  selection: Selection
  onSelect(selection: Selection): void
  order: Order
  onOrder(order: Order): void
}

export function FiguresToolbar({ figures, selection, onSelect, order, onOrder }: Props) {
  const messages = useText(texts).figures
  const isWide = useIsWide()
  const search = useRef<InputRef>(null)
  useSlashKey(() => search.current?.focus())
  const metrics = useMemo(() => metricsOf(figures), [figures])
  return (
    <div className="toolbar" role="search">
      <Input
        ref={search}
        className="toolbar-search"
        allowClear
        prefix={<Icon shape="search" />}
        placeholder={messages.search}
        aria-label={messages.search}
        title={messages.searchHint}
        value={selection.words}
        onChange={(event) => onSelect({ ...selection, words: event.target.value })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={messages.anyMetric}
        aria-label={messages.filterMetric}
        value={selection.metric}
        onChange={(metric?: string) => onSelect({ ...selection, metric: metric ?? null })}
        options={metrics.map(({ metric, title, count }) => ({ value: metric, label: `${title}（${count}）` }))}
      />
      <Select
        allowClear
        placeholder={messages.anyState}
        aria-label={messages.filterState}
        value={selection.state}
        onChange={(state?: Selection['state']) => onSelect({ ...selection, state: state ?? null })}
        options={states.map((state) => ({ value: state, label: messages.states[state] }))}
      />
      {!isWide && (
        <Select
          aria-label={messages.sortBy}
          value={order}
          onChange={onOrder}
          options={orders.map((each) => ({ value: each, label: messages.sorts[each] }))}
        />
      )}
    </div>
  )
}
