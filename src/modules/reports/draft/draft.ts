import type { Slot } from '../../../engine/claims/slot.ts'
import type { FileRef } from '../read.ts'
import { firstBinding, placeOfSentence, placeOfSlot, type Binding, type Decision } from '../rules/binding.ts'
import type { DecidedSentence } from '../rules/plan.ts'
import type { ReportStateName, StepName } from '../tables.ts'

/** What the event of a first draft says: what it was made from, and what was read there. It never changes. */
export interface Drafted {
  reportId: string
  title: string
  period: string
  unitId: string | null
  unit: string
  source: FileRef | { form: string }
  document: FileRef
  ownYear: number | null
  round: boolean
  slots: Slot[]
}

export interface Settled<T> {
  content: T
  by: string
  at: Date
  version: number
}

/** A report with what people set in it so far. */
export interface Draft extends Drafted {
  version: number
  state: ReportStateName
  draftedAt: number | null
  issuedAt: number | null
  changed: { by: string; at: Date; step: StepName }
  /** By place: `slot:12`, `sentence:4:0`. */
  settled: Map<string, Settled<SetContent>>
}

export type SetContent = { binding: Binding } | { line: number; column: number; decision: Decision }

/** What every slot is bound to: as a person set it, else as the recogniser read it. */
export function bindingsOf({ slots, settled }: Pick<Draft, 'slots' | 'settled'>): Binding[] {
  return slots.map((slot, index) => {
    const content = settled.get(placeOfSlot(index))?.content
    return content !== undefined && 'binding' in content ? content.binding : firstBinding(slot)
  })
}

export function decidedSentences({ settled }: Pick<Draft, 'settled'>): DecidedSentence[] {
  return [...settled.values()].flatMap(({ content }) => {
    if (!('decision' in content) || content.decision === 'ask') return []
    const { line, column, decision } = content
    return [{ line, column, decision }]
  })
}

/** The place that something was set at. */
export function placeOf(change: { slot: number; binding: Binding } | { line: number; column: number; decision: Decision }): string {
  return 'binding' in change ? placeOfSlot(change.slot - 1) : placeOfSentence(change)
}

/** How many slots are bound to a metric, and how many still wait for somebody: what lists say without asking the records. */
export function countsOf(draft: Pick<Draft, 'slots' | 'settled'>): { figures: number; open: number } {
  const bindings = bindingsOf(draft)
  const standing = (index: number) => draft.slots[index]?.kind !== 'figure' && draft.slots[index]?.filled === true
  return {
    figures: bindings.filter(({ by }) => by === 'metric').length,
    open: bindings.filter(({ by }, index) => by === 'open' && !standing(index)).length,
  }
}
