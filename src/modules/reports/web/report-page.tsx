import { useAddress } from '../../../web/ui/address.ts'
import { OneReport } from './one-report.tsx'

/** The report that the address names. */
export default function ReportPage() {
  const { reportId = '' } = useAddress().params
  return <OneReport reportId={reportId} />
}
