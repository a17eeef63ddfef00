import { Pagination, Skeleton } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { recordsPerPage, useSlotRecords } from './questions.ts'

/** The records that a slot stands on now, each opening; paged by the server. */
export function SlotRecords({ reportId, slot, version }: { reportId: string; slot: number; version: number }) {
  const language = useLanguage()
  const [page, setPage] = useState(1)
  const found = useSlotRecords(reportId, { slot, version }, page)
  if (found.isPending) return <Skeleton active paragraph={{ rows: 4 }} />
  if (found.isError) return <Failure error={found.error} retry={() => void found.refetch()} />
  return (
    <div aria-busy={found.isFetching}>
      <ol className="panel-records" start={(page - 1) * recordsPerPage + 1}>
        {found.data.records.map(({ recordId, title, occurredOn, unit }) => (
          <li key={recordId}>
            <Link to={`/record/${recordId}`}><span lang="zh-CN">{title}</span></Link>
            <span className="muted"><time dateTime={occurredOn}>{readableDate(occurredOn, language)}</time> <span lang="zh-CN">{unit}</span></span>
          </li>
        ))}
      </ol>
      <Pagination size="small" current={page} pageSize={recordsPerPage} total={found.data.total} onChange={setPage} showSizeChanger={false} hideOnSinglePage />
    </div>
  )
}
