import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { useMay } from '../../../web/ui/session.ts'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { ReportDrop } from './start/report-drop.tsx'
import { texts } from './start/texts.ts'
import './reports.css'
import './start/start.css'

// The page is of use before its table has arrived.
const ReportList = lazy(() => import('./start/report-list.tsx').then(({ ReportList: component }) => ({ default: component })))
const FormList = lazy(() => import('./start/form-list.tsx').then(({ FormList: component }) => ({ default: component })))

/** 报告: begin one from last year's, and the list of those there are. */
export default function ReportsPage() {
  const { title, check } = useText(texts)
  const [mayFill, mayUpload] = [useMay('reports:fill'), useMay('files:write')]
  const mayBegin = mayFill && mayUpload
  usePageTitle(title)
  return (
    <>
      <div className="start-top">
        <h1 className="page-title start-title">{title}</h1>
        <Link to="/reports/check">{check}</Link>
      </div>
      {mayBegin && <ReportDrop />}
      <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
        <ReportList />
        {mayBegin && <FormList />}
      </Suspense>
    </>
  )
}
