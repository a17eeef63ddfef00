import { ReportPage } from '../../modules/reports/web/report-page.tsx'
import { ReportsPage } from '../../modules/reports/web/reports-page.tsx'
import { useAddress } from '../ui/address.ts'
import { Blank } from '../ui/blank.tsx'
import { useMessages } from '../ui/language.tsx'
import { Link } from '../ui/link.tsx'

/** Which page an address shows. */
export function Pages() {
  const { path } = useAddress()
  if (path === '/' || path === '/reports') return <ReportsPage />
  const reportId = /^\/reports\/([0-9a-f-]{36})$/.exec(path)?.[1]
  return reportId === undefined ? <UnknownPage /> : <ReportPage key={reportId} reportId={reportId} />
}

function UnknownPage() {
  const { unknownPage } = useMessages()
  return (
    <Blank title={unknownPage.title} explain={unknownPage.explain}>
      <Link to="/">{unknownPage.back}</Link>
    </Blank>
  )
}
