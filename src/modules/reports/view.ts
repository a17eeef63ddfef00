import type { z } from 'zod'
import type { Figure } from '../metrics/figure.ts'
import { parsePeriod } from '../metrics/period.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import type { DraftSentence, DraftSlot, DraftView, LiveFigure } from './contract/draft.ts'
import { unitOf } from './describe.ts'
import type { Draft, Settled } from './draft/draft.ts'
import type { Live } from './live.ts'
import { byLine } from './rules/by-line.ts'
import { placeOfSentence, placeOfSlot } from './rules/binding.ts'
import type { PlannedEdit } from './rules/planned.ts'
import { sentenceAt } from './rules/sentence.ts'
import { shownFacets } from './rules/shown-fields.ts'
import { slotState } from './rules/slot-state.ts'

type View = z.output<typeof DraftView>
type Sentence = z.output<typeof DraftSentence>
type Units = ReadonlyMap<string, { name: string }>

interface Seen {
  catalogue: Catalogue
  draft: Draft
  live: Live
  units: Units
}

/** A draft as its page shows it. */
export function draftView(seen: Seen): View {
  const { draft, live } = seen
  const editsBySlot = new Map<number, PlannedEdit[]>()
  for (const edit of live.plan.edits) if (edit.slot !== null) editsBySlot.set(edit.slot, [...(editsBySlot.get(edit.slot) ?? []), edit])
  const { reportId, version, state, title, period, unitId, unit, source, document, round } = draft
  return {
    reportId, version, state, title, period, periodLabel: parsePeriod(period).label, unitId, unit, source, document, round,
    position: live.position,
    paragraphs: live.document.paragraphs.map(({ line, text }) => ({ line, text })),
    slots: draft.slots.map((_, index) => slotView(seen, index, editsBySlot.get(index) ?? [])),
    edits: live.plan.edits.flatMap(({ slot, line, column, length, text }) => (slot === null ? [] : [{ slot: slot + 1, line, column, length, text }])),
    sentences: sentencesOf(draft, live),
  }
}

function slotView(seen: Seen, index: number, edits: PlannedEdit[]): z.output<typeof DraftSlot> {
  const { catalogue, draft, live } = seen
  const slot = draft.slots[index]
  const binding = live.bindings[index]
  const answer = live.asked.answers[index]
  if (slot === undefined || binding === undefined || answer === undefined) throw new TypeError('Every slot has a binding and an answer')
  const { line, column, length, text, kind, form, measure, phrase, filled: standing, metric, facets, proposal, certainty } = slot
  const settled = draft.settled.get(placeOfSlot(index))
  const filled = edits.some(({ mark }) => mark === null)
  return {
    slot: index + 1, line, column, length, text, kind, form, measure, phrase, filled: standing,
    recognised: { metric, metricTitle: catalogue.metrics.get(metric ?? '')?.title ?? null, facets, proposal, certainty },
    binding, settled: setBy(settled),
    state: slotState({ slot, binding, filled, settled: settled !== undefined }),
    shown: shownText(text, edits),
    reason: answer.answer === 'none' ? answer.reason : filled ? null : live.plan.open.find((one) => one.slot === index)?.reason ?? null,
    figure: liveFigure(seen, live.asked.figures[index] ?? null, live.asked.before[index] ?? null),
  }
}

/** The slot's own words once filled, its direction word before them where that changed with it. */
function shownText(text: string, edits: PlannedEdit[]): string {
  if (edits.length === 0) return text
  return edits.toSorted((a, b) => a.column - b.column).map((edit) => edit.text).join('')
}

/** A figure as a page shows it, with the same one a year earlier. */
export function liveFigure({ catalogue, draft, units }: Pick<Seen, 'catalogue' | 'draft' | 'units'>, figure: Figure | null, before: Figure | null): z.output<typeof LiveFigure> | null {
  if (figure === null) return null
  const metric = catalogue.metrics.get(figure.metric)
  const { pack, facets, period, value, numerator, denominator, excluded, records, how, gap } = figure
  return {
    metric: figure.metric, metricTitle: metric?.title ?? figure.metric, pack, facets, narrowing: shownFacets(catalogue, figure.metric, facets),
    unit: unitOf(draft, figure.unitId, units), period, periodLabel: parsePeriod(period).label,
    value, measure: metric?.measures[0] ?? '', numerator, denominator, excluded, records, how, gap,
    before: before === null ? null : {
      periodLabel: parsePeriod(before.period).label, value: before.value, numerator: before.numerator, denominator: before.denominator,
      records: before.records, gap: before.gap,
    },
  }
}

/** The sentences that ask to be looked at, and those on which somebody decided, in reading order. */
function sentencesOf(draft: Draft, { plan, document }: Live): Sentence[] {
  const paragraphs = byLine(document.paragraphs)
  const asked = plan.carriedOver.map(({ line, column, length, sentence, reason }): Sentence => {
    const settled = draft.settled.get(placeOfSentence({ line, column }))
    return { line, column, length, text: sentence, reason, decision: 'ask', settled: setBy(settled) }
  })
  const decided = [...draft.settled.values()].flatMap((settled): Sentence[] => {
    const { content } = settled
    if (!('decision' in content) || content.decision === 'ask') return []
    const { line, column, decision } = content
    const found = sentenceAt(paragraphs.get(line)?.[0]?.text ?? '', column)
    const reason = decision === 'confirmed' ? '已确认本期仍然如此' : '本期删除'
    return [{ line, column, length: found.end - found.start, text: found.text, reason, decision, settled: setBy(settled) }]
  })
  return [...asked, ...decided].toSorted((a, b) => a.line - b.line || a.column - b.column)
}

function setBy(settled: Settled<unknown> | undefined) {
  return settled === undefined ? null : { by: settled.by, at: settled.at.toISOString(), version: settled.version }
}
