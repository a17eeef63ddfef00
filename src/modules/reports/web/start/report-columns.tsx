import { readableMoment, readableNumber, readablePeriod } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { useIsWide } from '../../../../web/ui/use-screen.ts'
import type { Listed } from './questions.ts'
import { texts } from './texts.ts'

type Row = Listed['reports'][number]

export function useColumns() {
  const language = useLanguage()
  const { list: { columns, states, changedBy } } = useText(texts)
  const state = (row: Row) => <span className={`report-state report-state-${row.state}`}>{states[row.state]}</span>
  const changed = (row: Row) => changedBy(row.changedBy, readableMoment(row.madeAt, language))
  if (!useIsWide()) {
    const stacked = (row: Row) => (
      <>
        {linkTo(row)}
        <p className="muted"><span lang="zh-CN">{row.unit}</span> · {readablePeriod(row.period, language)} · {state(row)}</p>
        <p className="muted">{changed(row)} · {columns.filled} {readableNumber(row.figures)} · {columns.open} {readableNumber(row.open)}</p>
      </>
    )
    return [{ title: columns.title, key: 'title', render: (_: unknown, row: Row) => stacked(row) }]
  }
  return [
    { title: columns.title, key: 'title', render: (_: unknown, row: Row) => linkTo(row) },
    { title: columns.unit, key: 'unit', render: (_: unknown, row: Row) => <span className="nowrap" lang="zh-CN">{row.unit}</span> },
    { title: columns.period, key: 'period', render: (_: unknown, row: Row) => <span className="nowrap">{readablePeriod(row.period, language)}</span> },
    { title: columns.state, key: 'state', render: (_: unknown, row: Row) => state(row) },
    { title: columns.changed, key: 'changed', render: (_: unknown, row: Row) => changed(row) },
    { title: columns.filled, key: 'filled', align: 'right' as const, render: (_: unknown, row: Row) => readableNumber(row.figures) },
    { title: columns.open, key: 'open', align: 'right' as const, render: (_: unknown, row: Row) => readableNumber(row.open) },
  ]
}

/** A report is opened where it now is: on the desk until it is issued. */
function linkTo({ reportId, title, state }: Row) {
  return <Link to={`/reports/${reportId}${state === 'issued' ? '' : '/draft'}`} className="report-link"><span lang="zh-CN">{title}</span></Link>
}
