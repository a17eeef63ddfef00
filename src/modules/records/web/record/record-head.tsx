import { Button, Tag } from 'antd'
import { readableNumber } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { useShortcut } from '../../../../web/ui/shortcuts.ts'
import type { RecordDetail } from '../../contract/record.ts'
import { useTitle } from '../entry/field-grid.tsx'
import { MoveButtons } from './move-buttons.tsx'
import { texts } from './texts.ts'
import { VoidButton } from './void-button.tsx'

interface Props {
  record: RecordDetail
  isCorrecting: boolean
  onCorrect(): void
}

/** The name of the record, its ledger and state, and what may be done with it. */
export function RecordHead({ record, isCorrecting, onCorrect }: Props) {
  const messages = useText(texts)
  const language = useLanguage()
  const title = useTitle()
  const { form, source, may, workflowState } = record
  const state = form.workflow?.states[workflowState ?? '']
  useShortcut('e', messages.correct, () => may.correct && onCorrect())
  return (
    <header className="record-head">
      <Link to={`/records/${form.id}`} className="back">{messages.back(title(form))}</Link>
      <h1 className="page-title" lang="zh-CN">
        {String(record.fields[form.naming] ?? '')}
        {record.state === 'voided' && <Tag color="red">{messages.voided}</Tag>}
        {state !== undefined && record.state !== 'voided' && <Tag>{language === 'en' ? (state.en ?? state.title) : state.title}</Tag>}
      </h1>
      {record.state === 'voided' && <p className="record-voided">{messages.voidedExplain}</p>}
      {source !== null && <p className="muted">{messages.source(source.file, source.sheet, readableNumber(source.row))}</p>}
      <p className="record-verbs no-print">
        {may.verbs.length > 0 && <MoveButtons record={record} />}
        {may.correct && !isCorrecting && <Button onClick={onCorrect}>{messages.correct}</Button>}
        {may.void && !isCorrecting && <VoidButton record={record} />}
        <Button type="text" onClick={() => print()}>{messages.print}</Button>
      </p>
    </header>
  )
}
