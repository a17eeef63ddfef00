import { RecordTasks } from '../../modules/duties/web/standing/record-tasks.tsx'
import { RecordPage } from '../../modules/records/web/record/record-page.tsx'
import { RecordStanding } from '../../modules/reports/web/standing/record-standing.tsx'
import { useMay } from '../ui/session.ts'

/** The page of one record, put together here: what records know of it, the tasks in which it stands, and where reports say that it counts. */
export default function WholeRecordPage() {
  const mayReadDuties = useMay('duties:read')
  return (
    <RecordPage
      standing={({ recordId, version }) => (
        <>
          {mayReadDuties && <RecordTasks recordId={recordId} version={version} />}
          <RecordStanding recordId={recordId} version={version} />
        </>
      )}
    />
  )
}
