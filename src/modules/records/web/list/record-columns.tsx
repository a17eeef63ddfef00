import { Tag, type TableColumnType } from 'antd'
import { readableDate, readableMoment, type Language } from '../../../../web/ui/formats.ts'
import { useLanguage, useText } from '../../../../web/ui/language.tsx'
import { Link } from '../../../../web/ui/link.tsx'
import type { KindDescription, KindField, RecordRow } from '../../contract/list.ts'
import type { Asked } from './asked.ts'
import { useColumnTitle, useShownColumns } from './columns.ts'
import { texts } from './texts.ts'
import { recordedColumn, shownValue, stateTitle, unitColumn, workflowColumn } from './values.ts'

type Column = TableColumnType<RecordRow>

/** Date and title, and the chosen columns; those that give an order say so in their heading. */
export function useRecordColumns(kind: KindDescription, asked: Asked): Column[] {
  const messages = useText(texts)
  const language = useLanguage()
  const columnTitle = useColumnTitle(kind, language)
  const shown = useShownColumns(kind, asked.columns)
  const fieldTitle = (id: string) => columnTitle(id)
  const ordered = (key: string): Pick<Column, 'key' | 'sorter' | 'sortOrder'> => ({
    key,
    sorter: true,
    sortOrder: asked.sort === key ? 'ascend' : asked.sort === `-${key}` ? 'descend' : null,
  })
  return [
    {
      ...ordered('occurredOn'), title: fieldTitle(kind.occurred), className: 'date-column',
      render: (_, { occurredOn }) => readableDate(occurredOn, language),
    },
    {
      ...ordered('title'), title: fieldTitle(kind.naming), className: 'title-column',
      render: (_, { recordId, title, state }) => (
        <>
          <Link to={`/record/${recordId}`}>{title}</Link>
          {state === 'voided' && <Tag className="voided-tag">{messages.voided}</Tag>}
        </>
      ),
    },
    ...shown.map((id): Column => {
      const title = columnTitle(id)
      if (id === unitColumn) return { key: id, title, className: 'word-column', render: (_, { unit }) => unit }
      if (id === workflowColumn) return { key: id, title, render: (_, { workflowState }) => stateTitle(kind, workflowState, language) }
      if (id === recordedColumn) return { ...ordered('recordedAt'), title, className: 'date-column', render: (_, { recordedAt }) => readableMoment(recordedAt, language) }
      const field = kind.fields.find((each) => each.id === id)
      return field === undefined ? { key: id, title } : fieldColumn(field, title, language, ordered)
    }),
  ]
}

function fieldColumn(field: KindField, title: string, language: Language, ordered: (key: string) => Pick<Column, 'key' | 'sorter' | 'sortOrder'>): Column {
  const isNumber = field.type === 'integer' || field.type === 'decimal'
  return {
    ...(field.sortable ? ordered(field.id) : { key: field.id }),
    title,
    ...(isNumber ? { align: 'right' as const } : {}),
    className: isNumber ? 'number-column' : field.type === 'date' ? 'date-column' : field.type === 'text' && !field.facet ? 'text-column' : 'word-column',
    render: (_, { fields }) => shownValue(field, fields[field.id], language) ?? <span className="muted">—</span>,
  }
}
