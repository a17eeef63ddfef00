import type { z } from 'zod'
import type { CarriedOver, FigureView, OpenSlot, RecordView, ReportView } from '../contract.ts'

export type Figure = z.infer<typeof FigureView>
export type Report = z.infer<typeof ReportView>
export type FigureRecord = z.infer<typeof RecordView>
export type OpenPlace = z.infer<typeof OpenSlot>
export type CarriedSentence = z.infer<typeof CarriedOver>
