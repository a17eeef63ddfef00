import { Skeleton } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../web/ui/failure.tsx'
import { NoReport } from './no-report.tsx'
import { useReports } from './questions.ts'
import { ReportList } from './report-list.tsx'
import { OneReport } from './one-report.tsx'
import './reports.css'

/** 报告: the reports made; the only one is shown at once. */
export default function ReportsPage() {
  const [page, setPage] = useState(1)
  const reports = useReports(page)
  if (reports.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  if (reports.isError) return <Failure error={reports.error} retry={() => void reports.refetch()} />
  const [only] = reports.data.reports
  if (only === undefined && reports.data.total === 0) return <NoReport />
  if (only !== undefined && reports.data.total === 1) return <OneReport reportId={only.reportId} oneOfSeveral={false} />
  return <ReportList {...reports.data} page={page} onPage={setPage} />
}
