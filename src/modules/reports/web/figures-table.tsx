import { Table } from 'antd'
import { useMemo, useState } from 'react'
import { openHere } from '../../../web/ui/address.ts'
import type { Figure } from './figure.ts'
import { useFigureColumns } from './figure-columns.tsx'
import { rowKeys } from './row-keys.ts'
import { sharedSentences } from './shared-sentences.ts'

const figuresPerPage = 20

/** One tab stop for the whole table: arrows move between rows, Enter opens the figure of a row. */
export function FiguresTable({ figures, all }: { figures: Figure[]; all: Figure[] }) {
  const [current, setCurrent] = useState<number | null>(null)
  const [first, setFirst] = useState(figures[0]?.number)
  const figuresOf = useMemo(() => sharedSentences(all), [all])
  const columns = useFigureColumns(figuresOf)
  return (
    <Table<Figure>
      className="quiet-table figures-table"
      rowKey="number"
      dataSource={figures}
      columns={columns}
      tableLayout="fixed"
      showSorterTooltip={false}
      pagination={{ defaultPageSize: figuresPerPage, pageSizeOptions: [figuresPerPage, 50, 100], showSizeChanger: true, hideOnSinglePage: figures.length <= figuresPerPage }}
      onChange={({ current: page = 1, pageSize = figuresPerPage }, _filters, _sorter, { currentDataSource }) => {
        setCurrent(null)
        setFirst(currentDataSource[(page - 1) * pageSize]?.number)
      }}
      onRow={({ number }) => ({
        'data-figure': number,
        tabIndex: number === (current ?? first) ? 0 : -1,
        onFocus: () => setCurrent(number),
        onClick: () => openFigure(number),
        onKeyDown: rowKeys(() => openFigure(number)),
      })}
    />
  )
}

function openFigure(number: number): void {
  openHere({ figure: String(number) })
}
