import { readableDate } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { useColumnTitle, useShownColumns } from './columns.ts'
import { useRecordValue } from './record-value.ts'
import type { ViewProps } from './records-view.tsx'
import { texts } from './texts.ts'

/** The page of records for paper: a plain table whose heading stands on every sheet. */
export function RecordsPrint({ kind, asked, found }: Pick<ViewProps, 'kind' | 'asked' | 'found'>) {
  const messages = useText(texts)
  const language = useLanguage()
  const columnTitle = useColumnTitle(kind, language)
  const shown = useShownColumns(kind, asked.columns)
  const valueOf = useRecordValue(kind)
  return (
    <div className="print-only">
      <table>
        <thead>
          <tr>{[kind.occurred, kind.naming, ...shown].map((id) => <th key={id}>{columnTitle(id)}</th>)}</tr>
        </thead>
        <tbody>
          {found.records.map((record) => (
            <tr key={record.recordId}>
              <td className="date-column">{readableDate(record.occurredOn, language)}</td>
              <td>{record.title}{record.state === 'voided' && `（${messages.voided}）`}</td>
              {shown.map((id) => <td key={id}>{valueOf(record, id) ?? ''}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
