import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import { readableNumber } from '../../../../web/ui/formats.ts'
import { Link } from '../../../../web/ui/link.tsx'
import { FigureFacts } from './figure-facts.tsx'
import { SlotRecords } from './slot-records.tsx'
import { texts } from './texts.ts'
import type { Draft, Figure, Slot } from './types.ts'

/** The figure of a slot with last year's beside it, how it was computed, and the records behind it. */
export function SlotFigure({ draft, slot, figure }: { draft: Draft; slot: Slot; figure: Figure }) {
  const { value } = useText(texts)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <FigureFacts figure={figure} />
      <p className="panel-links">
        {figure.records > 0 ? (
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? value.hide : value.records(figure.records)}
          </Button>
        ) : <span className="muted">{value.noRecords} {readableNumber(figure.records)}</span>}
        <Link to={`/metrics/${figure.metric}`}>{value.openMetric}</Link>
      </p>
      {isOpen && <SlotRecords reportId={draft.reportId} slot={slot.slot} version={draft.version} />}
    </>
  )
}
