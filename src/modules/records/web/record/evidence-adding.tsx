import { useState } from 'react'
import { Dropzone } from '../../../../web/ui/dropzone.tsx'
import { Failure } from '../../../../web/ui/failure.tsx'
import { readableSize } from '../../../../web/ui/formats.ts'
import { useText } from '../../../../web/ui/language.tsx'
import type { RecordDetail } from '../../contract/record.ts'
import { mostEvidence, mostEvidenceBytes } from '../../rules/evidence-limits.ts'
import { DateInput } from '../entry/date-input.tsx'
import { acceptedEndings } from './accepted.ts'
import { texts } from './texts.ts'
import { today } from './today.ts'
import { useEvidence } from './use-evidence.ts'
import { usePastedFiles } from './use-pasted-files.ts'

/** Takes files by drop, paste or choice, for a day that is the record's own unless another is given. */
export function EvidenceAdding({ record }: { record: RecordDetail }) {
  const { evidence: messages } = useText(texts)
  const [standsFor, setStandsFor] = useState(String(record.fields[record.form.occurred] ?? ''))
  const { upload, lastAdded, attaching } = useEvidence(record, standsFor)
  const attach = (files: File[]) => attaching.mutate(files.map((file) => named(file, messages.pasted)))
  usePastedFiles(attach)
  return (
    <div className="evidence-adding no-print">
      <Dropzone
        title={messages.drop} hint={messages.hint(readableSize(mostEvidenceBytes), mostEvidence)} accept={acceptedEndings} limitBytes={mostEvidenceBytes}
        several upload={upload} onFiles={attach}
      />
      <div className="evidence-day">
        <label htmlFor="stands-for">{messages.standsFor}</label>
        <DateInput id="stands-for" value={standsFor} today={today()} describedBy="stands-for-told" onChange={setStandsFor} />
        <p id="stands-for-told" className="muted">{messages.standsForHint}</p>
      </div>
      <p role="status" className="muted">{lastAdded === null ? '' : messages.attached(lastAdded)}</p>
      {attaching.error !== null && <Failure error={attaching.error} retry={() => attaching.reset()} />}
    </div>
  )
}

/** A pasted picture is called image.png by every browser; the moment tells them apart. */
function named(file: File, pasted: (moment: string) => string): File {
  if (file.name !== 'image.png') return file
  return new File([file], pasted(new Date(file.lastModified).toISOString().slice(0, 19).replaceAll(':', '-').replace('T', ' ')), { type: file.type })
}
