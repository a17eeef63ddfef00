import { Tag } from 'antd'
import { readableDate, readableMoment } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import type { RecordRow } from '../../contract/list.ts'
import { useColumnTitle, useShownColumns } from './columns.ts'
import { stateTitle } from './record-columns.tsx'
import type { ViewProps } from './records-view.tsx'
import { texts } from './texts.ts'
import { recordedColumn, shownValue, unitColumn, workflowColumn } from './values.ts'

/** Records below each other, for a narrow screen; empty values are left out. */
export function RecordCards({ kind, asked, found, isStale }: ViewProps) {
  const messages = useText(texts)
  const language = useLanguage()
  const columnTitle = useColumnTitle(kind, language)
  const shown = useShownColumns(kind, asked.columns)
  const valueOf = (record: RecordRow, id: string): string | null => {
    if (id === unitColumn) return record.unit
    if (id === workflowColumn) return record.workflowState === null ? null : stateTitle(kind, record.workflowState, language)
    if (id === recordedColumn) return readableMoment(record.recordedAt, language)
    const field = kind.fields.find((each) => each.id === id)
    return field === undefined ? null : shownValue(field, record.fields[id], language)
  }
  return (
    <ol className={isStale ? 'record-cards stale' : 'record-cards'}>
      {found.records.map((record) => (
        <li key={record.recordId} data-record={record.recordId}>
          <p className="card-date muted">
            {readableDate(record.occurredOn, language)}
            {record.state === 'voided' && <Tag className="voided-tag">{messages.voided}</Tag>}
          </p>
          <Link className="card-title" to={`/record/${record.recordId}`}>{record.title}</Link>
          <dl>
            {shown.flatMap((id) => {
              const value = valueOf(record, id)
              return value === null ? [] : [<div key={id}><dt>{columnTitle(id)}</dt><dd>{value}</dd></div>]
            })}
          </dl>
        </li>
      ))}
    </ol>
  )
}
