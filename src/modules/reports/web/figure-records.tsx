import { Pagination, Skeleton } from 'antd'
import { useState } from 'react'
import { Blank } from '../../../web/ui/blank.tsx'
import { Failure } from '../../../web/ui/failure.tsx'
import { readableNumber } from '../../../web/ui/formats.ts'
import { useText } from '../../../web/ui/language.tsx'
import type { Figure } from './figure.ts'
import { recordsPerPage, useFigureRecords } from './questions.ts'
import { RecordCard } from './record-card.tsx'
import { texts } from './texts.ts'

/** The records a figure stands on, as known when the report was made; paged by the server. */
export function FigureRecords({ reportId, figure }: { reportId: string; figure: Figure }) {
  const messages = useText(texts).figure
  const [page, setPage] = useState(1)
  const found = useFigureRecords(reportId, figure.number, page)
  if (found.isPending) return <Skeleton active paragraph={{ rows: 6 }} />
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { total, records } = found.data
  if (total === 0) return <Blank title={messages.noRecords} explain={messages.noRecordsExplain} />
  return (
    <section className="figure-records" aria-busy={found.isFetching}>
      <h2>{messages.records} <span className="muted">{messages.recordTotal(readableNumber(total))}</span></h2>
      <ol start={(page - 1) * recordsPerPage + 1}>
        {records.map((record) => <li key={record.recordId}><RecordCard record={record} /></li>)}
      </ol>
      <Pagination current={page} pageSize={recordsPerPage} total={total} onChange={setPage} showSizeChanger={false} hideOnSinglePage align="end" />
    </section>
  )
}
