import { Skeleton } from 'antd'
import { useAddress } from '../../../web/ui/address.ts'
import { Failure } from '../../../web/ui/failure.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import type { FigureOfYear } from '../contract.ts'
import { useAskedYear } from './asked.ts'
import { FacetChoices, useFacets } from './facet-choices.tsx'
import { FigureFacts } from './figure-facts.tsx'
import './metrics.css'
import { MonthTable } from './month-table.tsx'
import { useFigure } from './questions.ts'
import { RecordsBehind } from './records-behind.tsx'
import { texts } from './texts.ts'
import { UnitAndYear } from './unit-and-year.tsx'
import { YearChart } from './year-chart.tsx'

/** One metric of a unit for a year: its value, how it was computed, its months, the records behind it. */
export default function MetricPage() {
  const messages = useText(texts)
  const { params, query } = useAddress()
  const metric = params['metric'] ?? ''
  const facets = useFacets()
  const figure = useFigure(metric, useAskedYear(), facets)
  usePageTitle(figure.data?.title ?? messages.title)
  const kept = new URLSearchParams([...query].filter(([name]) => name === 'unit' || name === 'year'))
  return (
    <section aria-busy={figure.isFetching}>
      <Link className="back" to={kept.size === 0 ? '/metrics' : `/metrics?${kept}`}>← {messages.one.back}</Link>
      {figure.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {figure.isError && <Failure error={figure.error} retry={() => void figure.refetch()} />}
      {figure.isSuccess && <Metric figure={figure.data} facets={facets} />}
    </section>
  )
}

function Metric({ figure, facets }: { figure: FigureOfYear; facets: Record<string, string> }) {
  const { one, yearOf } = useText(texts)
  return (
    <>
      <h1 className="page-title" lang="zh-CN">{figure.title}</h1>
      <div className="toolbar metric-choices">
        <UnitAndYear unit={figure.unit?.unitId ?? null} />
        <FacetChoices facets={figure.facets} chosen={facets} />
      </div>
      <FigureFacts figure={figure} />
      <h2 className="section-title">{one.byMonth}</h2>
      <p className="chart-legend" aria-hidden="true"><span className="legend-now">{yearOf(figure.year)}</span>{figure.form !== 'change' && <span className="legend-before">{yearOf(figure.year - 1)}</span>}</p>
      <YearChart title={figure.title} year={figure.year} measure={figure.measure} months={figure.months} isLarge />
      <MonthTable figure={figure} />
      <RecordsBehind key={JSON.stringify([figure.metric, figure.unit, figure.year, facets])} figure={figure} facets={facets} />
    </>
  )
}
