import { useText } from '../../../../web/ui/language.tsx'
import type { RecordDetail } from '../../contract/record.ts'
import { EvidenceAdding } from './evidence-adding.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { texts } from './texts.ts'

/** The files of a record: what each stands for, when it came, and a place for more where the reader may add. */
export function EvidenceSection({ record }: { record: RecordDetail }) {
  const { evidence: messages } = useText(texts)
  return (
    <section className="record-section">
      <h2>{messages.title}</h2>
      <p className="muted">{record.evidence.length === 0 ? `${messages.none} ` : ''}{messages.explain}</p>
      <EvidenceList record={record} />
      {record.may.correct && <EvidenceAdding record={record} />}
    </section>
  )
}
