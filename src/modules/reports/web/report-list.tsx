import { Table } from 'antd'
import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import { readableMoment, readableNumber, readablePeriod } from '../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { useIsWide } from '../../../web/ui/use-screen.ts'
import type { listReports } from '../contract.ts'
import { reportsPerPage } from './questions.ts'
import { texts } from './texts.ts'

type Listed = ReplyOf<typeof listReports>
type Row = Listed['reports'][number]

interface Props extends Listed {
  page: number
  onPage(page: number): void
}

export function ReportList({ reports, total, page, onPage }: Props) {
  const { list, ...messages } = useText(texts)
  const columns = useColumns()
  return (
    <section>
      <h1 className="page-title">{messages.reports}</h1>
      <p className="muted">{list.total(total)}</p>
      <Table<Row>
        className="quiet-table"
        rowKey="reportId"
        dataSource={reports}
        columns={columns}
        pagination={{ current: page, pageSize: reportsPerPage, total, onChange: onPage, hideOnSinglePage: true, showSizeChanger: false }}
      />
    </section>
  )
}

function useColumns() {
  const language = useLanguage()
  const { list } = useText(texts)
  const counts = (row: Row) => `${list.filled} ${readableNumber(row.figures)} · ${list.open} ${readableNumber(row.open)}`
  if (!useIsWide()) {
    const stacked = (row: Row) => (
      <>
        {linkTo(row)}
        <p className="muted">{row.unit} · {readablePeriod(row.period, language)}</p>
        <p className="muted">{readableMoment(row.madeAt, language)} · {counts(row)}</p>
      </>
    )
    return [{ title: list.title, key: 'title', render: (_: unknown, row: Row) => stacked(row) }]
  }
  return [
    { title: list.title, key: 'title', render: (_: unknown, row: Row) => linkTo(row) },
    { title: list.unit, key: 'unit', dataIndex: 'unit' },
    { title: list.period, key: 'period', render: (_: unknown, row: Row) => readablePeriod(row.period, language) },
    { title: list.madeAt, key: 'madeAt', render: (_: unknown, row: Row) => readableMoment(row.madeAt, language) },
    { title: list.filled, key: 'filled', dataIndex: 'figures', align: 'right' as const },
    { title: list.open, key: 'open', dataIndex: 'open', align: 'right' as const },
  ]
}

function linkTo({ reportId, title }: Row) {
  return <Link to={`/reports/${reportId}`} className="report-link">{title}</Link>
}
