import { Segmented, Select } from 'antd'
import { openHere } from '../../../web/ui/address.ts'
import { useText } from '../../../web/ui/language.tsx'
import { ListToolbar } from '../../../web/ui/list-toolbar.tsx'
import { useShortcut } from '../../../web/ui/shortcuts.ts'
import { exportFigures, type FiguresOfYear } from '../contract.ts'
import { ExportButton } from './export-button.tsx'
import { unitOf } from './questions.ts'
import { orders, type Selection } from './select-metrics.ts'
import { texts } from './texts.ts'
import { UnitAndYear } from './unit-and-year.tsx'

interface Props {
  found: FiguresOfYear
  selection: Selection
  /** How many metrics the selection leaves. */
  shown: number
  asTable: boolean
  onView(asTable: boolean): void
}

export function MetricsToolbar({ found, selection, shown, asTable, onView }: Props) {
  const messages = useText(texts)
  useShortcut('t', messages.toggle, () => onView(!asTable))
  const kinds = [...new Map(found.figures.map(({ kind, kindTitle }) => [kind, kindTitle]))]
  const choose = (changes: Record<string, string | null>) => openHere({ ...changes, page: null }, { replace: true })
  return (
    <ListToolbar
      search={{ label: messages.search, hint: messages.searchHint, value: selection.words, change: (words) => choose({ words: words === '' ? null : words }) }}
      found={messages.found(shown, found.figures.length)}
      filters={
        <>
          <UnitAndYear unit={found.unit?.unitId ?? null} />
          <Select
            allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={messages.kindFilter} placeholder={messages.anyKind}
            value={selection.kind ?? undefined}
            onChange={(kind?: string) => choose({ kind: kind ?? null })}
            options={kinds.map(([value, label]) => ({ value, label }))}
          />
          <Select
            aria-label={messages.grouping} value={selection.order}
            onChange={(order) => choose({ order })}
            options={orders.map((order) => ({ value: order, label: messages.orders[order] }))}
          />
          <Segmented
            aria-label={messages.shown} value={selection.all ? 'all' : 'some'}
            onChange={(value) => choose({ all: value === 'all' ? 'yes' : null })}
            options={[{ value: 'some', label: messages.withRecords }, { value: 'all', label: messages.all }]}
          />
          <Segmented
            aria-label={messages.view} value={asTable ? 'table' : 'charts'} title={`${messages.toggle} (t)`}
            onChange={(value) => onView(value === 'table')}
            options={[{ value: 'charts', label: messages.charts }, { value: 'table', label: messages.table }]}
          />
        </>
      }
      actions={
        <ExportButton
          label={messages.export}
          name={messages.exportName(found.unit?.name ?? messages.wholeBody, found.year)}
          ask={(format) => ({ endpoint: exportFigures, input: { query: { ...unitOf(found.unit?.unitId ?? null), year: found.year, format, all: selection.all ? 'yes' : 'no' } } })}
        />
      }
    />
  )
}
