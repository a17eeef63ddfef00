import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { Failure } from '../../../../web/ui/failure.tsx'
import { JobProgress } from '../../../../web/ui/job-progress.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { hasEnded, useAnnounceJob, useJob } from '../../../../web/ui/use-job.ts'
import { dispatchDuties, previewDispatch } from '../../contract/duty.ts'
import { useRenewed } from '../questions.ts'
import { PlanView } from './plan-view.tsx'
import { texts } from './texts.ts'

/** Says what a dispatch would do now, does it in the background on request, and shows how far it is. */
export function DispatchButton() {
  const messages = useText(texts)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{messages.dispatch}</Button>
      {isOpen && <Dispatch onClose={() => setOpen(false)} />}
    </>
  )
}

function Dispatch({ onClose }: { onClose: () => void }) {
  const messages = useText(texts)
  const announce = useAnnounceJob()
  const renew = useRenewed()
  const preview = useMutation({ mutationFn: () => server.call(previewDispatch, {}) })
  const start = useMutation({ mutationFn: () => server.call(dispatchDuties, {}), onSuccess: announce })
  const { data: job } = useJob(start.data?.jobId ?? null)
  const isOver = job !== undefined && hasEnded(job)
  const look = useEffectEvent(() => preview.mutate())
  const ended = useEffectEvent(() => void renew())
  useEffect(() => look(), [])
  useEffect(() => {
    if (isOver) ended()
  }, [isOver])
  return (
    <Modal
      open title={messages.dispatch} onCancel={onClose} width={640} mask={{ closable: false }}
      footer={start.isSuccess ? null : [<Button key="go" type="primary" disabled={!preview.isSuccess} loading={preview.isPending || start.isPending} onClick={() => start.mutate()}>{messages.dispatchNow}</Button>]}
    >
      <p className="muted form-explain">{messages.dispatchExplain}</p>
      {preview.isError && <Failure error={preview.error} retry={() => preview.mutate()} />}
      {start.isError && <Failure error={start.error} retry={() => start.mutate()} />}
      {preview.isSuccess && !start.isSuccess && <PlanView plan={preview.data} title={messages.wouldFollow} />}
      {job !== undefined && <JobProgress job={job} />}
    </Modal>
  )
}
