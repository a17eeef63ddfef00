import { z } from 'zod'
import { Id } from './common.ts'

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期应写作 2026-03-05 的样子')
const FieldValue = z.union([z.string(), z.number(), z.array(z.string()).min(1)])

/** A record as someone would enter it; the unit is named freely and created for the example. */
const GivenRecord = z.strictObject({ kind: Id, unit: z.string().min(1).default('本单位'), fields: z.record(Id, FieldValue) })

const Expectation = z.strictObject({
  metric: Id,
  facets: z.record(Id, z.string().min(1)).default({}),
  /** Narrower or other than the example's own period. */
  period: z.string().optional(),
  /** Null: nothing can be computed (empty denominator, no record at all). */
  value: z.number().nullable(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  excluded: z.number().int().optional(),
  /** How many records the number stands on. */
  records: z.number().int().optional(),
})

/** `examples/<id>.yaml`: given these records, the metrics of a period are these numbers. */
export const Example = z.strictObject({
  title: z.string().min(1),
  period: z.string().min(4),
  /** The day on which the figures are asked for. */
  asked: Day.optional(),
  given: z.array(GivenRecord).max(200),
  expect: z.array(Expectation).min(1).max(100),
})

export type Example = z.infer<typeof Example>
export type Expectation = z.infer<typeof Expectation>
