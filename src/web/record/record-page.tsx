import { RecordPage } from '../../modules/records/web/record/record-page.tsx'
import { RecordStanding } from '../../modules/reports/web/standing/record-standing.tsx'

/** The page of one record, put together here: what records know of it, and where reports say that it counts. */
export default function WholeRecordPage() {
  return <RecordPage standing={(record) => <RecordStanding recordId={record.recordId} version={record.version} />} />
}
