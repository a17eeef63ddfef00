import { Button, Pagination, Skeleton } from 'antd'
import { useState } from 'react'
import { openHere, useAddress } from '../../../web/ui/address.ts'
import { Failure } from '../../../web/ui/failure.tsx'
import { readablePeriod } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import type { FiguresOfYear } from '../contract.ts'
import { useAskedYear } from './asked.ts'
import { FiguresTable } from './figures-table.tsx'
import './metrics.css'
import { MetricsToolbar } from './metrics-toolbar.tsx'
import { NoFigures } from './no-figures.tsx'
import { useFigures } from './questions.ts'
import { grouped, orders, pageOf, selectMetrics, type Selection } from './select-metrics.ts'
import { texts } from './texts.ts'

const rowsPerPage = 40

/** The metrics of a unit for a year, beside the year before. */
export default function MetricsPage() {
  const messages = useText(texts)
  const asked = useAskedYear()
  const figures = useFigures(asked)
  usePageTitle(messages.title)
  return (
    <section aria-busy={figures.isFetching}>
      <h1 className="page-title">{messages.title}</h1>
      {figures.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {figures.isError && <Failure error={figures.error} retry={() => void figures.refetch()} />}
      {figures.isSuccess && <Figures found={figures.data} />}
    </section>
  )
}

function Figures({ found }: { found: FiguresOfYear }) {
  const messages = useText(texts)
  const language = useLanguage()
  const selection = useSelection()
  const [asTable, showTable] = useState(false)
  const page = Number(useAddress().query.get('page') ?? 1)
  const rows = selectMetrics(found.figures, selection)
  const unit = found.unit?.name ?? messages.wholeBody
  return (
    <>
      <p className="muted" lang={language === 'zh' ? undefined : 'en'}>
        {messages.compared(unit, readablePeriod(found.period, language), readablePeriod(found.before, language))}
      </p>
      <MetricsToolbar found={found} selection={selection} shown={rows.length} asTable={asTable} onView={showTable} />
      {rows.length === 0 && <NoFigures year={found.year} selection={selection} />}
      <FiguresTable year={found.year} groups={pageOf(grouped(rows, selection.order), page, rowsPerPage)} asTable={asTable} />
      <Pagination
        className="metric-pages" current={page} pageSize={rowsPerPage} total={rows.length} align="end" showSizeChanger={false} hideOnSinglePage
        onChange={(next) => openHere({ page: String(next) })}
      />
      {selection.all || rows.length === 0 ? null : (
        <p className="muted show-all no-print"><Button type="link" onClick={() => openHere({ all: 'yes', page: null }, { replace: true })}>{messages.showAll}</Button></p>
      )}
    </>
  )
}

function useSelection(): Selection {
  const { query } = useAddress()
  return {
    words: query.get('words') ?? '',
    kind: query.get('kind'),
    order: orders.find((order) => order === query.get('order')) ?? 'kind',
    all: query.get('all') === 'yes',
  }
}
