import type { Slot } from '../../../engine/claims/slot.ts'

/** A slot as others script against it: the fields that `scan --json` promises, in their order. */
export function slotView({ line, column, length, text, kind, form, measure, phrase, metric, facets, proposal, certainty, filled }: Slot) {
  return { line, column, length, text, kind, form, measure, phrase, metric, facets, proposal, certainty, filled }
}
