import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { voidRecord, type RecordDetail } from '../../contract/record.ts'
import { useRenewed } from './questions.ts'
import { ReasonModal } from './reason-modal.tsx'
import { texts } from './texts.ts'

/** Voids the record after saying what that does. */
export function VoidButton({ record }: { record: RecordDetail }) {
  const messages = useText(texts)
  const [isOpen, setOpen] = useState(false)
  const renew = useRenewed(record.recordId)
  const { recordId, version } = record
  const voiding = useMutation({
    mutationFn: (reason: string) => server.call(voidRecord, { params: { recordId }, body: { expectedVersion: version, reason } }),
    onSuccess: async () => {
      setOpen(false)
      await renew()
    },
    onError: renew,
  })
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>{messages.void}</Button>
      <ReasonModal
        title={messages.voidTitle} explain={messages.voidExplain} label={messages.reason} confirm={messages.confirmVoid} keep={messages.keep}
        isOpen={isOpen} isDangerous isRunning={voiding.isPending} failure={voiding.error} onConfirm={(reason) => voiding.mutate(reason)} onCancel={() => setOpen(false)}
      />
    </>
  )
}
