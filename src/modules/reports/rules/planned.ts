import type { Proposal, Slot } from '../../../engine/claims/slot.ts'
import type { Edit } from './wording.ts'

/** A piece of the document that gets a content control of its own. */
export interface PlannedEdit extends Edit {
  tag: string
  /** Index of its slot; null where a whole sentence goes. */
  slot: number | null
  line: number
  mark: 'open' | null
}

export interface PlannedFigure {
  slot: number
  text: string
  sentence: string
}

export interface Plan {
  edits: PlannedEdit[]
  figures: PlannedFigure[]
  open: OpenSlot[]
  carriedOver: CarriedOver[]
}

export interface OpenSlot extends Place {
  slot: number
  text: string
  kind: Slot['kind']
  sentence: string
  reason: string
  proposal: Proposal | null
}

export interface CarriedOver extends Place {
  sentence: string
  reason: string
}

export interface Place {
  line: number
  column: number
  length: number
}

/** Ends the tag of the edit that turns a direction word. */
export const directionTag = '-direction'
