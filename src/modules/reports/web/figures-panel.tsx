import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Blank } from '../../../web/ui/blank.tsx'
import { useText } from '../../../web/ui/language.tsx'
import type { Figure } from './figure.ts'
import { FiguresTable } from './figures-table.tsx'
import { FiguresToolbar } from './figures-toolbar.tsx'
import { compareFigures, everything, selectFigures, type Order } from './select-figures.ts'
import { texts } from './texts.ts'

/** The figures of a report: searched, filtered, sorted, paged. */
export function FiguresPanel({ figures }: { figures: Figure[] }) {
  const messages = useText(texts).figures
  const [selection, select] = useState(everything)
  const [order, setOrder] = useState<Order>('number')
  const found = useMemo(
    () => selectFigures(figures, selection).sort((left, right) => compareFigures(order, left, right)),
    [figures, selection, order],
  )
  if (figures.length === 0) return <Blank title={messages.empty} explain={messages.emptyExplain} />
  return (
    <>
      <FiguresToolbar figures={figures} selection={selection} onSelect={select} order={order} onOrder={setOrder} />
      <p className="muted figures-found" role="status">
        {messages.found(found.length, figures.length)}
        <span className="keys-hint">{messages.keys}</span>
      </p>
      {found.length === 0 ? (
        <Blank title={messages.none} explain={messages.noneExplain}>
          <Button onClick={() => select(everything)}>{messages.clear}</Button>
        </Blank>
      ) : (
        <FiguresTable key={JSON.stringify([selection, order])} figures={found} all={figures} />
      )}
    </>
  )
}
