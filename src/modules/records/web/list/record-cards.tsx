import { Tag } from 'antd'
import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import { useColumnTitle, useShownColumns } from './columns.ts'
import { useRecordValue } from './record-value.ts'
import type { ViewProps } from './records-view.tsx'
import { texts } from './texts.ts'

/** Records below each other, for a narrow screen; empty values are left out. */
export function RecordCards({ kind, asked, found, isStale }: ViewProps) {
  const messages = useText(texts)
  const language = useLanguage()
  const columnTitle = useColumnTitle(kind, language)
  const shown = useShownColumns(kind, asked.columns)
  const valueOf = useRecordValue(kind)
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
