import { Satisfied } from '../../modules/duties/web/standing/satisfied.tsx'
import { NewRecordPage } from '../../modules/records/web/entry/new-record-page.tsx'
import { useMay } from '../ui/session.ts'

/** The form of a new record; once it is saved, the tasks that it satisfies are offered to be linked. */
export default function WholeNewRecordPage() {
  const mayReadDuties = useMay('duties:read')
  return <NewRecordPage after={(recordId) => (mayReadDuties ? <Satisfied key={recordId} recordIds={[recordId]} /> : null)} />
}
