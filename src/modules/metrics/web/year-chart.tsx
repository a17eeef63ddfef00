import { lazy, Suspense } from 'react'
import { readableNumber } from '../../../web/ui/formats.ts'
import { useText } from '../../../web/ui/language.tsx'
import type { Month } from '../contract.ts'
import { texts } from './texts.ts'

const MonthChart = lazy(() => import('./chart/month-chart.tsx'))

interface Props {
  title: string
  year: number
  measure: string
  months: Month[]
  isLarge?: boolean
}

/** The months of a year as bars, those of the year before as a line; the drawing is fetched when it is first needed. */
export function YearChart({ title, year, measure, months, isLarge = false }: Props) {
  const messages = useText(texts)
  const words = months
    .flatMap(({ month, now }) => (now?.value == null ? [] : [messages.chartMonth(month, `${readableNumber(now.value)}${measure}`)]))
    .join('，')
  return (
    <Suspense fallback={<div className={isLarge ? 'month-chart month-chart-large' : 'month-chart'} />}>
      <MonthChart
        label={messages.chart(title, year, words === '' ? '—' : words)}
        now={months.map(({ now }) => now?.value ?? null)}
        before={months.map(({ before }) => before?.value ?? null)}
        months={months.map(({ month }) => messages.month(month))}
        nowName={messages.legendNow(year)}
        beforeName={messages.legendNow(year - 1)}
        measure={measure}
        isLarge={isLarge}
      />
    </Suspense>
  )
}
