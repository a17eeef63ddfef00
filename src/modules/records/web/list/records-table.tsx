import { Table, type TableRef } from 'antd'
import { useEffect, useRef, useState, type MouseEvent } from 'react'
import { goTo, openHere } from '../../../../web/ui/address.ts'
import { useText } from '../../../../web/ui/language.tsx'
import type { RecordRow } from '../../contract/list.ts'
import { usualSort } from './asked.ts'
import { useRecordColumns } from './record-columns.tsx'
import type { ViewProps } from './records-view.tsx'
import { rowKeys } from './row-keys.ts'
import { texts } from './texts.ts'

/** One tab stop for all rows: arrows move between them, Enter opens the record, the space bar ticks it. */
export function RecordsTable({ kind, asked, found, isStale, ticked, onTick }: ViewProps) {
  const messages = useText(texts)
  const [current, setCurrent] = useState<string | null>(null)
  const table = useRef<TableRef>(null)
  // The row by which columns are measured repeats the box that ticks all; nobody sees it, so nobody is to reach it.
  useEffect(() => table.current?.nativeElement.querySelector('.ant-table-measure-row')?.setAttribute('inert', ''))
  const columns = useRecordColumns(kind, asked)
  const first = found.records[0]?.recordId
  const stop = found.records.some(({ recordId }) => recordId === current) ? current : first
  const turn = (recordId: string) => onTick(ticked.includes(recordId) ? ticked.filter((id) => id !== recordId) : [...ticked, recordId])
  return (
    <Table<RecordRow>
      ref={table}
      className={isStale ? 'quiet-table records-table stale' : 'quiet-table records-table'}
      rowKey="recordId"
      size="small"
      dataSource={found.records}
      columns={columns}
      pagination={false}
      sticky={{ offsetHeader: 60 }}
      scroll={{ x: 'max-content' }}
      showSorterTooltip={false}
      rowSelection={{
        selectedRowKeys: ticked,
        preserveSelectedRowKeys: true,
        onChange: (keys) => onTick(keys.map(String)),
        getCheckboxProps: ({ title }) => ({ 'aria-label': messages.selectRow(title), tabIndex: -1 }),
      }}
      onChange={(_pages, _filters, sorter) => openHere({ sort: writtenSort([sorter].flat()[0]), page: null })}
      onRow={({ recordId }) => ({
        'data-record': recordId,
        tabIndex: recordId === stop ? 0 : -1,
        onFocus: () => setCurrent(recordId),
        onClick: (event) => { if (!isOwnControl(event)) goTo(`/record/${recordId}`) },
        onKeyDown: rowKeys({ open: () => goTo(`/record/${recordId}`), tick: () => turn(recordId) }),
      })}
    />
  )
}

function writtenSort(sorter: { columnKey?: unknown; order?: 'ascend' | 'descend' | null } | undefined): string | null {
  if (sorter?.order == null) return null
  const written = `${sorter.order === 'descend' ? '-' : ''}${String(sorter.columnKey)}`
  return written === usualSort ? null : written
}

/** A click on a tick box or a link is meant for it. */
function isOwnControl(event: MouseEvent<HTMLElement>): boolean {
  return event.target instanceof HTMLElement && event.target.closest('a, button, input, label, .ant-table-selection-column') !== null
}
