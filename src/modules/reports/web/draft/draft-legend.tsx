import { openHere } from '../../../../web/ui/address.ts'
import { useText } from '../../../../web/ui/language.tsx'
import { BulkConfirm } from './bulk-confirm.tsx'
import { countsOf, type Filter } from './places.ts'
import { texts } from './texts.ts'
import type { Draft } from './types.ts'

const states = ['bound', 'proposed', 'by-hand', 'open', 'carried-over'] as const

/** What the colours and marks of the text mean, how many places there are of each, and the way to move among one sort only. */
export function DraftLegend({ draft, filter, mayEdit }: { draft: Draft; filter: Filter; mayEdit: boolean }) {
  const { legend } = useText(texts)
  const counts = countsOf(draft)
  const choose = (chosen: Filter) => openHere({ show: chosen === 'all' || chosen === filter ? null : chosen }, { replace: true })
  return (
    <div className="draft-legend" role="group" aria-label={legend.label}>
      <button type="button" className="legend-choice" aria-pressed={filter === 'all'} onClick={() => choose('all')}>{legend.all}</button>
      {states.map((state) => (
        <button
          key={state} type="button" className="legend-choice" aria-pressed={filter === state} aria-label={legend.count(legend[state], counts[state])}
          onClick={() => choose(state)}
        >
          <span className={`slot slot-${state}`} aria-hidden="true">{legend[state]}</span> {counts[state]}
        </button>
      ))}
      <button
        type="button" className="legend-choice" aria-pressed={filter === 'sentences'} aria-label={legend.count(legend.sentences, counts.sentences)}
        onClick={() => choose('sentences')}
      >
        <span className="sentence-mark" aria-hidden="true">{legend.sentences}</span> {counts.sentences}
      </button>
      <button
        type="button" className="legend-choice" aria-pressed={filter === 'unsettled'} aria-label={legend.count(legend.unsettled, counts.unsettled)}
        onClick={() => choose('unsettled')}
      >
        {legend.unsettled} {counts.unsettled}
      </button>
      {mayEdit && <BulkConfirm draft={draft} />}
    </div>
  )
}
