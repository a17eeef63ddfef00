import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { server } from '../../../../web/ui/server.ts'
import { useUpload } from '../../../../web/ui/use-upload.ts'
import { attachEvidence, detachEvidence, type EvidenceView } from '../../contract/evidence.ts'
import type { RecordDetail } from '../../contract/record.ts'
import { useRenewed } from './questions.ts'

/** Adding files to a record one after the other, and taking one away. */
export function useEvidence({ recordId }: RecordDetail, standsFor: string) {
  const renew = useRenewed(recordId)
  const upload = useUpload()
  const [lastAdded, setLastAdded] = useState<string | null>(null)
  const attaching = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        const stored = await upload.send(file)
        await server.call(attachEvidence, { params: { recordId }, body: { file: stored, standsFor } })
        setLastAdded(file.name)
      }
    },
    onSettled: renew,
  })
  const detaching = useMutation({
    mutationFn: ({ evidenceId, reason }: { evidenceId: string; reason: string }) => server.call(detachEvidence, { params: { recordId, evidenceId }, body: { reason } }),
    onSettled: renew,
  })
  return { upload, lastAdded, attaching, detaching }
}

/** Where the bytes of a file are; the server says how they may be shown. */
export function evidenceAddress(recordId: string, { evidenceId }: EvidenceView): string {
  return `/api/records/${recordId}/evidence/${evidenceId}/file`
}
