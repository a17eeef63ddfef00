import { Skeleton } from 'antd'
import { useEffect } from 'react'
import { steps } from '../../../web/ui/address.ts'
import { Failure } from '../../../web/ui/failure.tsx'
import { useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { FigureDrawer } from './figure-drawer.tsx'
import { LifecycleBar } from './lifecycle/lifecycle-bar.tsx'
import { useSteps } from './lifecycle/questions.ts'
import { useReport } from './questions.ts'
import { ReportHead } from './report-head.tsx'
import { ReportPrint } from './report-print.tsx'
import { ReportTabs } from './report-tabs.tsx'
import { texts } from './texts.ts'
import './reports.css'

/** One report: what it is, its figures, what is still open, and what was carried over. */
export function OneReport({ reportId, oneOfSeveral = true }: { reportId: string; oneOfSeveral?: boolean }) {
  const { allReports } = useText(texts)
  const steps = useSteps(reportId)
  const isIssued = steps.data?.state === 'issued'
  const report = useReport(reportId, isIssued)
  if (steps.isError) return <Failure error={steps.error} retry={() => void steps.refetch()} />
  if (steps.isSuccess && !isIssued) return <GoToDraft reportId={reportId} />
  if (report.isPending) return <Skeleton active paragraph={{ rows: 10 }} />
  if (report.isError) return <Failure error={report.error} retry={() => void report.refetch()} />
  return (
    <article>
      {oneOfSeveral && <Link to="/reports" className="back">{allReports}</Link>}
      <ReportHead report={report.data} />
      <LifecycleBar reportId={reportId} />
      <ReportTabs report={report.data} />
      <FigureDrawer report={report.data} />
      <ReportPrint report={report.data} />
    </article>
  )
}

/** A report that is not issued yet is shown on its desk. */
function GoToDraft({ reportId }: { reportId: string }) {
  useEffect(() => steps.replace(`/reports/${reportId}/draft`), [reportId])
  return <Skeleton active paragraph={{ rows: 10 }} />
}
