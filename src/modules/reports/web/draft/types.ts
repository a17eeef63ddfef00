import type { z } from 'zod'
import type { Binding as BindingSchema, DraftSentence, DraftSlot, DraftView, LiveFigure } from '../../contract/draft.ts'

export type Draft = z.output<typeof DraftView>
export type Slot = z.output<typeof DraftSlot>
export type Sentence = z.output<typeof DraftSentence>
export type Figure = z.output<typeof LiveFigure>
export type Binding = z.output<typeof BindingSchema>
export type SlotState = Slot['state']
export type Decision = Sentence['decision']
