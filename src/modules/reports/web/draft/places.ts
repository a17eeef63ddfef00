import type { Draft, Sentence, Slot } from './types.ts'

/** Something of a draft that the keyboard stops at: a slot, or a sentence to decide on. */
export type Place = { key: string; line: number; column: number } & ({ slot: Slot } | { sentence: Sentence })

export const slotKey = (slot: number): string => `slot-${slot}`
export const sentenceKey = ({ line, column }: { line: number; column: number }): string => `sentence-${line}-${column}`

export type Filter = 'all' | 'unsettled' | 'sentences' | Slot['state']

/** The places of a draft in reading order; a sentence comes after the slots in it, where its mark stands. */
export function placesOf(draft: Draft, filter: Filter): Place[] {
  const slots = draft.slots.filter((slot) => slotFits(slot, filter)).map((slot): Place => ({ key: slotKey(slot.slot), line: slot.line, column: slot.column, slot }))
  const sentences = draft.sentences
    .filter((sentence) => filter === 'all' || (sentence.decision === 'ask' && (filter === 'sentences' || filter === 'unsettled')))
    .map((sentence): Place => ({ key: sentenceKey(sentence), line: sentence.line, column: sentence.column + sentence.length, sentence }))
  return [...slots, ...sentences].toSorted((a, b) => a.line - b.line || a.column - b.column)
}

function slotFits(slot: Slot, filter: Filter): boolean {
  if (filter === 'all') return true
  if (filter === 'unsettled') return isUnsettled(slot)
  return slot.state === filter
}

/** What the system bound and nobody has looked at; a date that moves with its year needs no one. */
export function isUnsettled({ settled, state, binding }: Slot): boolean {
  return settled === null && state === 'bound' && binding.by === 'metric'
}

/** How many places there are of each sort. */
export function countsOf({ slots, sentences }: Draft): Record<Exclude<Filter, 'all'>, number> {
  const of = (state: Slot['state']) => slots.filter((slot) => slot.state === state).length
  return {
    bound: of('bound'), proposed: of('proposed'), 'by-hand': of('by-hand'), open: of('open'), 'carried-over': of('carried-over'),
    unsettled: slots.filter(isUnsettled).length,
    sentences: sentences.filter(({ decision }) => decision === 'ask').length,
  }
}

/** The nearest of the shown places behind the one that is chosen, or before it; from none, the first or the last. */
export function neighbourOf(shown: Place[], chosen: Place | null, by: 1 | -1): Place | undefined {
  if (chosen === null) return by === 1 ? shown[0] : shown.at(-1)
  const beside = ({ line, column }: Place) => (line - chosen.line || column - chosen.column) * by > 0
  return by === 1 ? shown.find(beside) : shown.findLast(beside)
}
