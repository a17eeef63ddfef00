import type { Slot } from '../../../engine/claims/slot.ts'
import type { Binding } from './binding.ts'

export type DraftSlotState = 'bound' | 'proposed' | 'by-hand' | 'open' | 'carried-over'

interface Seen {
  slot: Slot
  binding: Binding
  /** Whether something computed or written takes its place. */
  filled: boolean
  /** Whether a person set the binding. */
  settled: boolean
}

/** How a slot of a draft stands: what a reader of the text must see without opening it. */
export function slotState({ slot, binding, filled, settled }: Seen): DraftSlotState {
  if (binding.by === 'hand') return 'by-hand'
  if (binding.by === 'kept') return 'carried-over'
  if (filled && binding.by !== 'open') return 'bound'
  if (binding.by === 'open' && slot.proposal !== null && !settled) return 'proposed'
  return slot.filled && slot.kind !== 'figure' ? 'carried-over' : 'open'
}
