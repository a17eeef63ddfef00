import { z } from 'zod'
import { Source } from './common.ts'

const Day = z.iso.date('日期应写作 2026-03-05 的样子')

/** `calendars/<year>.yaml`: the rest days and make-up days (调休) of one year, as announced. */
export const CalendarFile = z.strictObject({
  title: z.string().min(1),
  /** The number or day of the notice; what a worked-out date names. */
  edition: z.string().min(1).max(80),
  /** False: there is no notice yet and only statutory rest days are listed. */
  announced: z.boolean(),
  source: Source,
  days: z
    .array(
      z.strictObject({
        from: Day,
        /** The last day of the range; a single day when left out. */
        to: Day.optional(),
        status: z.enum(['rest', 'work']),
        name: z.string().min(1).max(40),
        /** Where this one range is less sure than the file. */
        tag: z.enum(['verified', 'second-hand', 'unverified']).optional(),
      }),
    )
    .max(100),
})

export type CalendarFile = z.infer<typeof CalendarFile>
