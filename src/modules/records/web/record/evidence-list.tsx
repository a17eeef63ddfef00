import { Button } from 'antd'
import { useState } from 'react'
import { readableDate, readableMoment, readableSize, shortHash } from '../../../../web/ui/formats.ts'
import { Icon } from '../../../../web/ui/icon.tsx'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import type { EvidenceView } from '../../contract/evidence.ts'
import type { RecordDetail } from '../../contract/record.ts'
import { DetachButton } from './detach-button.tsx'
import { EvidencePreview } from './evidence-preview.tsx'
import { texts } from './texts.ts'
import { evidenceAddress } from './use-evidence.ts'

/** Every file that the record has, then those that it had. */
export function EvidenceList({ record }: { record: RecordDetail }) {
  const [shown, setShown] = useState<EvidenceView | null>(null)
  const ordered = [...record.evidence.filter(({ detached }) => detached === null), ...record.evidence.filter(({ detached }) => detached !== null)]
  return (
    <>
      <ul className="evidence">
        {ordered.map((evidence) => <li key={evidence.evidenceId}><OneFile record={record} evidence={evidence} onShow={() => setShown(evidence)} /></li>)}
      </ul>
      {shown !== null && <EvidencePreview recordId={record.recordId} evidence={shown} onClose={() => setShown(null)} />}
    </>
  )
}

function OneFile({ record, evidence, onShow }: { record: RecordDetail; evidence: EvidenceView; onShow(): void }) {
  const language = useLanguage()
  const { evidence: messages } = useText(texts)
  const { name, mediaType, bytes, standsFor, receivedAt, receivedBy, sha256, detached } = evidence
  const address = evidenceAddress(record.recordId, evidence)
  const isShown = mediaType !== 'application/octet-stream'
  return (
    <article className={detached === null ? 'evidence-file' : 'evidence-file evidence-detached'}>
      <div className="evidence-face">
        {mediaType.startsWith('image/') && detached === null ? <img src={address} alt="" loading="lazy" /> : <Icon shape="file" />}
      </div>
      <div className="evidence-facts">
        <h3 lang="zh-CN">{name}</h3>
        <p>{messages.of(readableDate(standsFor, language))}</p>
        <p className="muted" lang="zh-CN">{messages.received(receivedBy, readableMoment(receivedAt, language))}</p>
        <p className="muted">{readableSize(bytes)} · {messages.hash} <code title={sha256}>{shortHash(sha256)}</code></p>
        {detached !== null && <p lang="zh-CN">{messages.detached(detached.by, readableMoment(detached.at, language), detached.reason)}</p>}
        <p className="no-print">
          {isShown && <Button size="small" aria-label={messages.preview(name)} onClick={onShow}>{messages.open}</Button>}
          <a href={address} download={name}>{messages.download}</a>
          {detached === null && record.may.correct && <DetachButton record={record} evidence={evidence} />}
        </p>
      </div>
    </article>
  )
}
