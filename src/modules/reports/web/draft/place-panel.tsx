import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { useText } from '../../../../web/ui/language.tsx'
import { Icon } from '../../../../web/ui/icon.tsx'
import type { Place } from './places.ts'
import { SentencePanel } from './sentence-panel.tsx'
import { SlotPanel } from './slot-panel.tsx'
import { texts } from './texts.ts'
import type { Draft } from './types.ts'

interface Props {
  draft: Draft
  place: Place | null
  number: number
  total: number
  mayEdit: boolean
  onStep(by: 1 | -1): void
  /** Esc gives the keyboard back to the text. */
  onLeave(): void
}

/** What is known of the chosen place, and what can be done about it. */
export function PlacePanel({ draft, place, number, total, mayEdit, onStep, onLeave }: Props) {
  const { panel } = useText(texts)
  if (place === null) return <div className="panel-none"><p>{panel.none}</p><p className="muted">{panel.noneExplain}</p></div>
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    onLeave()
  }
  return (
    <div className="panel" onKeyDown={leave}>
      <div className="panel-top">
        <h2>{panel.slot(number, total)} <span className="muted">{panel.line(place.line)}</span></h2>
        <span className="neighbours">
          <Button type="text" size="small" aria-label={panel.previous} icon={<Icon shape="previous" />} onClick={() => onStep(-1)} />
          <Button type="text" size="small" aria-label={panel.next} icon={<Icon shape="next" />} onClick={() => onStep(1)} />
        </span>
      </div>
      {'slot' in place ? <SlotPanel draft={draft} slot={place.slot} mayEdit={mayEdit} /> : <SentencePanel draft={draft} sentence={place.sentence} mayEdit={mayEdit} />}
    </div>
  )
}
