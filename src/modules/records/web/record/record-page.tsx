import { Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { useAddress } from '../../../../web/ui/address.ts'
import { Failure } from '../../../../web/ui/failure.tsx'
import { usePageTitle } from '../../../../web/ui/use-page-title.ts'
import { useText } from '../../../../web/ui/language.tsx'
import type { RecordDetail } from '../../contract/record.ts'
import '../entry/entry.css'
import { CorrectionForm } from './correction-form.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { useRecord } from './questions.ts'
import { RecordFieldList } from './record-field-list.tsx'
import { RecordHead } from './record-head.tsx'
import './record.css'
import { texts } from './texts.ts'
import { VersionList } from './version-list.tsx'

/** One record: its fields, evidence and history, and the verbs on it. `standing` says where it counts. */
export function RecordPage({ standing }: { standing?: (record: RecordDetail) => ReactNode }) {
  const { page } = useText(texts)
  const { params } = useAddress()
  const record = useRecord(params['recordId'] ?? '')
  usePageTitle(record.data === undefined ? page : String(record.data.fields[record.data.form.naming] ?? page))
  if (record.isPending) return <Skeleton active paragraph={{ rows: 8 }} />
  if (record.isError) return <Failure error={record.error} retry={() => void record.refetch()} />
  return <OneRecord key={record.data.recordId} record={record.data} standing={standing} />
}

function OneRecord({ record, standing }: { record: RecordDetail; standing: ((record: RecordDetail) => ReactNode) | undefined }) {
  const [isCorrecting, setCorrecting] = useState(false)
  return (
    <article className="record-page">
      <RecordHead record={record} isCorrecting={isCorrecting} onCorrect={() => setCorrecting(true)} />
      {isCorrecting ? <CorrectionForm record={record} onDone={() => setCorrecting(false)} /> : <RecordFieldList record={record} />}
      <EvidenceSection record={record} />
      {standing?.(record)}
      <VersionList record={record} />
    </article>
  )
}
