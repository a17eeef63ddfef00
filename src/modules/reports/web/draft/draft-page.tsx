import { Skeleton } from 'antd'
import { useAddress } from '../../../../web/ui/address.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { DraftDesk } from './draft-desk.tsx'
import { useDraftReport } from './questions.ts'
import './draft.css'

/** The draft that the address names. */
export default function DraftPage() {
  const { reportId = '' } = useAddress().params
  const draft = useDraftReport(reportId)
  if (draft.isPending) return <Skeleton active paragraph={{ rows: 14 }} />
  if (draft.isError) return <Failure error={draft.error} retry={() => void draft.refetch()} />
  return <DraftDesk draft={draft.data} />
}
