import { Button } from 'antd'
import { useState } from 'react'
import { CopyButton } from '../ui/copy-button.tsx'
import { Failure } from '../ui/failure.tsx'
import { readableNumber } from '../ui/formats.ts'
import { useText } from '../ui/language.tsx'
import { useMay } from '../ui/session.ts'
import { AnchorDialog } from './anchor-dialog.tsx'
import { useCheckpoint, useVerification } from './questions.ts'
import { texts } from './texts.ts'
import { VerificationState } from './verification-state.tsx'

/** The head of the log, to be kept outside, and the means to prove that what it stands for was not altered. */
export function CheckpointPanel() {
  const { checkpoint: messages, verify } = useText(texts)
  const checkpoint = useCheckpoint()
  const mayVerify = useMay('log:verify')
  const verification = useVerification()
  const [isAsking, setAsking] = useState(false)
  if (checkpoint === undefined) return null
  return (
    <section className="checkpoint" aria-label={messages.title}>
      <div className="checkpoint-head">
        <p className="checkpoint-position">{messages.position(readableNumber(checkpoint.position))}</p>
        <code>{checkpoint.hash}</code>
        <p className="muted">{messages.explain}</p>
      </div>
      <div className="checkpoint-actions no-print">
        <CopyButton text={`${checkpoint.position} ${checkpoint.hash}`} label={messages.copy} />
        {mayVerify && <Button type="primary" loading={verification.isPending} onClick={() => verification.mutate(null)}>{verify.start}</Button>}
        {mayVerify && <Button type="text" onClick={() => setAsking(true)}>{verify.withAnchor}</Button>}
      </div>
      {verification.isError && <Failure error={verification.error} retry={() => verification.mutate(null)} />}
      {verification.data !== undefined && <VerificationState jobId={verification.data.jobId} />}
      <AnchorDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onAnchor={(anchor) => {
          setAsking(false)
          verification.mutate(anchor)
        }}
      />
    </section>
  )
}
