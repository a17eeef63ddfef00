import type { z } from 'zod'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { ReportView } from './contract/made.ts'
import type { Draft } from './draft/draft.ts'
import type { Live } from './live.ts'
import { placeOfSlot } from './rules/binding.ts'
import { sentenceAt } from './rules/sentence.ts'
import { shownFacets } from './rules/shown-fields.ts'

export type Report = z.output<typeof ReportView>
export type Described = Pick<Report, 'figures' | 'open' | 'carriedOver' | 'byHand'>

/** What a draft says at one position, as an issued report keeps it: its figures, and what nobody computed. */
export function describeLive(catalogue: Catalogue, draft: Draft, live: Live, units: ReadonlyMap<string, { name: string }>): Described {
  return {
    figures: live.plan.figures.map(({ slot, text, sentence }, at) => figureView(catalogue, draft, live, units, { slot, text, sentence, at })),
    open: live.plan.open.map((one) => ({ ...one, slot: one.slot + 1 })),
    carriedOver: live.plan.carriedOver.map(({ line, sentence, reason }) => ({ line, sentence, reason })),
    byHand: byHandOf(draft, live),
  }
}

function figureView(
  catalogue: Catalogue,
  draft: Draft,
  { asked }: Live,
  units: ReadonlyMap<string, { name: string }>,
  { slot: index, text, sentence, at }: { slot: number; text: string; sentence: string; at: number },
): Report['figures'][number] {
  const slot = draft.slots[index]
  const figure = asked.figures[index]
  if (slot === undefined || figure === null || figure === undefined) throw new TypeError('A planned figure stands on a slot with a figure')
  return {
    number: at + 1, slot: index + 1, line: slot.line, text, before: slot.text, sentence,
    metric: figure.metric, metricTitle: catalogue.metrics.get(figure.metric)?.title ?? figure.metric, pack: figure.pack,
    facets: figure.facets, narrowing: shownFacets(catalogue, figure.metric, figure.facets),
    unit: unitOf(draft, figure.unitId, units), unitId: figure.unitId, period: figure.period, value: figure.value, measure: slot.measure,
    numerator: figure.numerator, denominator: figure.denominator, excluded: figure.excluded, records: figure.records, how: figure.how,
  }
}

/** The name by which a figure's unit is told. */
export function unitOf(draft: Pick<Draft, 'unitId' | 'unit'>, unitId: string | null, units: ReadonlyMap<string, { name: string }>): string {
  if (unitId === draft.unitId) return draft.unit
  return unitId === null ? '全单位' : (units.get(unitId)?.name ?? '')
}

function byHandOf(draft: Draft, { bindings, document, plan }: Live): Report['byHand'] {
  const standing = new Set(plan.edits.map(({ slot }) => slot))
  return draft.slots.flatMap((slot, index) => {
    const binding = bindings[index]
    if (binding?.by !== 'hand' || !standing.has(index)) return []
    const paragraph = document.paragraphs.find(({ line }) => line === slot.line)?.text ?? ''
    const { text, reason } = binding
    const by = draft.settled.get(placeOfSlot(index))?.by ?? ''
    return [{ slot: index + 1, line: slot.line, text, before: slot.text, sentence: sentenceAt(paragraph, slot.column).text, reason, by }]
  })
}
