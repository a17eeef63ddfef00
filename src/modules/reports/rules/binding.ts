import type { z } from 'zod'
import type { Slot } from '../../../engine/claims/slot.ts'
import type { Binding as BindingSchema, SentenceDecision } from '../contract/draft.ts'

export type Binding = z.output<typeof BindingSchema>
export type Decision = z.output<typeof SentenceDecision>

/** What a slot is bound to before anybody looked: what the recogniser read, the period's year, or nothing. */
export function firstBinding({ kind, metric, facets }: Slot): Binding {
  if (kind === 'date') return { by: 'year' }
  return metric === null || kind === 'name' ? { by: 'open' } : { by: 'metric', metric, facets }
}

export const placeOfSlot = (index: number): string => `slot:${index + 1}`

export const placeOfSentence = ({ line, column }: { line: number; column: number }): string => `sentence:${line}:${column}`
