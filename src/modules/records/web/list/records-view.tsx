import { Pagination } from 'antd'
import { useDeferredValue } from 'react'
import { openHere } from '../../../../web/ui/address.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { useIsWide } from '../../../../web/ui/use-screen.ts'
import { DEEPEST_OFFSET, type KindDescription, type RecordRow } from '../../contract/list.ts'
import { sizes, type Asked } from './asked.ts'
import { RecordCards } from './record-cards.tsx'
import { RecordsPrint } from './records-print.tsx'
import { RecordsTable } from './records-table.tsx'
import { texts } from './texts.ts'

export interface ViewProps {
  kind: KindDescription
  asked: Asked
  found: { total: number; records: RecordRow[] }
  /** Whether what is shown answers the question before. */
  isStale: boolean
  ticked: string[]
  onTick(recordIds: string[]): void
}

/** So many stand on the first screen. */
const FIRST_ROWS = 20

/**
 * One page of records: a table where there is room, cards where there is not. The first screen is drawn first; the rest
 * of the page, and the page for paper, a moment later.
 */
export function RecordsView(given: ViewProps) {
  const records = useDeferredValue(given.found.records, given.found.records.slice(0, FIRST_ROWS))
  const isDrawn = useDeferredValue(true, false)
  const props = { ...given, found: { ...given.found, records } }
  const messages = useText(texts)
  const isWide = useIsWide()
  const { asked: { page, size }, found: { total } } = props
  const reachable = Math.min(total, DEEPEST_OFFSET + size)
  return (
    <>
      {isWide ? <RecordsTable {...props} /> : <RecordCards {...props} />}
      {isDrawn && <RecordsPrint {...given} />}
      <Pagination
        className="records-pages" align="end" current={page} pageSize={size} total={reachable} pageSizeOptions={sizes.map(String)}
        showSizeChanger={isWide && total > (sizes[0] ?? 0)} hideOnSinglePage={total <= (sizes[0] ?? 0)} simple={!isWide}
        onChange={(next, nextSize) => {
          openHere({ page: nextSize !== size || next === 1 ? null : String(next), size: nextSize === 50 ? null : String(nextSize) })
          scrollTo({ top: 0 })
        }}
      />
      {reachable < total && <p className="muted deep-note no-print">{messages.deep(Math.floor(reachable / size))}</p>}
    </>
  )
}
