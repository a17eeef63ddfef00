import { useText } from '../../../web/ui/language.tsx'
import { Link } from '../../../web/ui/link.tsx'
import { useMay } from '../../../web/ui/session.ts'
import { usePageTitle } from '../../../web/ui/use-page-title.ts'
import { FormList } from './start/form-list.tsx'
import { ReportDrop } from './start/report-drop.tsx'
import { ReportList } from './start/report-list.tsx'
import { texts } from './start/texts.ts'
import './reports.css'
import './start/start.css'

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
      <ReportList />
      {mayBegin && <FormList />}
    </>
  )
}
