import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { Failure } from '../../../../web/ui/failure.tsx'
import { useText } from '../../../../web/ui/language.tsx'
import { server } from '../../../../web/ui/server.ts'
import { readEvidence, type EvidenceView } from '../../contract/evidence.ts'
import { texts } from './texts.ts'
import { evidenceAddress } from './use-evidence.ts'

/** A picture, a PDF in the browser's own viewer, or the beginning of a text; a text is shown as letters only. */
export function EvidencePreview({ recordId, evidence, onClose }: { recordId: string; evidence: EvidenceView; onClose(): void }) {
  const address = evidenceAddress(recordId, evidence)
  const { mediaType, name } = evidence
  return (
    <Modal open width={960} title={<span lang="zh-CN">{name}</span>} footer={null} onCancel={onClose} className="evidence-preview">
      {mediaType.startsWith('image/') && <img src={address} alt={name} />}
      {mediaType === 'application/pdf' && <iframe src={address} title={name} />}
      {mediaType === 'text/plain' && <TextPreview recordId={recordId} evidence={evidence} />}
    </Modal>
  )
}

const shownCharacters = 20_000

function TextPreview({ recordId, evidence: { evidenceId } }: { recordId: string; evidence: EvidenceView }) {
  const { evidence: messages } = useText(texts)
  const read = useQuery({
    queryKey: ['records', 'evidence', evidenceId],
    queryFn: async () => new TextDecoder().decode(await server.call(readEvidence, { params: { recordId, evidenceId } })),
    staleTime: Infinity,
  })
  if (read.isPending) return <Skeleton active />
  if (read.isError) return <Failure error={read.error} retry={() => void read.refetch()} />
  return (
    <pre tabIndex={0}>
      {read.data.slice(0, shownCharacters)}
      {read.data.length > shownCharacters ? `\n${messages.cut}` : ''}
    </pre>
  )
}
