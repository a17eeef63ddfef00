import { readableMoment } from '../../../../web/ui/formats.ts'
import { useLanguage } from '../../../../web/ui/language.tsx'
import type { KindDescription, RecordRow } from '../../contract/list.ts'
import { recordedColumn, shownValue, stateTitle, unitColumn, workflowColumn } from './values.ts'

/** What stands in a column of a record as plain text, or null where it has no value. */
export function useRecordValue(kind: KindDescription): (record: RecordRow, column: string) => string | null {
  const language = useLanguage()
  return (record, column) => {
    if (column === unitColumn) return record.unit
    if (column === workflowColumn) return record.workflowState === null ? null : stateTitle(kind, record.workflowState, language)
    if (column === recordedColumn) return readableMoment(record.recordedAt, language)
    const field = kind.fields.find(({ id }) => id === column)
    return field === undefined ? null : shownValue(field, record.fields[column], language)
  }
}
