import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import type { EvidenceView } from '../../contract/evidence.ts'
import type { RecordDetail } from '../../contract/record.ts'
import { ReasonModal } from './reason-modal.tsx'
import { texts } from './texts.ts'
import { useEvidence } from './use-evidence.ts'

/** Takes a file from the record, with the reason. */
export function DetachButton({ record, evidence }: { record: RecordDetail; evidence: EvidenceView }) {
  const { evidence: messages, reason } = useText(texts)
  const [isOpen, setOpen] = useState(false)
  const { detaching } = useEvidence(record, evidence.standsFor)
  return (
    <>
      <Button size="small" type="text" danger onClick={() => setOpen(true)} aria-label={messages.detachTitle(evidence.name)}>{messages.detach}</Button>
      <ReasonModal
        title={messages.detachTitle(evidence.name)} explain={messages.detachExplain} label={reason} confirm={messages.confirmDetach} keep={messages.keep}
        isOpen={isOpen} isDangerous isRunning={detaching.isPending} failure={detaching.error}
        onConfirm={(words) => detaching.mutate({ evidenceId: evidence.evidenceId, reason: words }, { onSuccess: () => setOpen(false) })}
        onCancel={() => setOpen(false)}
      />
    </>
  )
}
