import { z } from 'zod'
import { regularPeriods, type Cadence } from '../../../engine/calendar/terms.ts'
import { Id, Source, Titles } from './common.ts'
import { Condition } from './metric.ts'

const Day = z.iso.date('日期应写作 2026-03-05 的样子')
const OnRestDay = z.enum(['keep', 'next-working-day', 'previous-working-day'])

const Limit = z.strictObject({
  amount: z.number().int().min(0).max(10_000),
  measure: z.enum(['days', 'working-days', 'hours']),
  firstDay: z.enum(['excluded', 'included']).default('excluded'),
  onRestDay: OnRestDay.default('keep'),
})

const Due = z.strictObject({
  anchor: z.enum(['start', 'end']).default('end'),
  shift: z.number().int().min(-366).max(366).default(0),
  measure: z.enum(['days', 'working-days']).default('days'),
  onRestDay: OnRestDay.default('keep'),
})

/** See `Cadence` in `engine/calendar/terms.ts` for what each means. */
const CadenceRule: z.ZodType<Cadence> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('every'),
    period: z.enum(regularPeriods),
    times: z.number().int().min(1).max(366).default(1),
    due: Due.prefault({}),
    workdaysOnly: z.boolean().default(false),
  }),
  z.strictObject({ type: z.literal('event'), kind: Id, where: Condition.default({}), within: Limit }),
  z.strictObject({ type: z.literal('once'), due: Day }),
  z.strictObject({ type: z.literal('standing') }),
])

/**
 * `duties/<id>.yaml`: what a rule demands of a unit. Where the source is not `verified`, the duty says that local
 * rules decide and is there to be edited.
 */
export const Duty = z.strictObject({
  ...Titles,
  source: Source,
  /** The heading under which the responsibility list carries it: 组织领导, 学习教育 … */
  group: z.string().min(1).max(40),
  /** What is to be done, in one or two sentences. */
  text: z.string().max(500).default(''),
  /** The types of unit that owe it. */
  owedBy: z.array(z.enum(['body', 'section', 'subordinate', 'group'])).min(1).default(['body']),
  cadence: CadenceRule,
  /** Days before the due day from which it is shown and reminded of. */
  leadDays: z.number().int().min(0).max(366).default(14),
  /** Days after the due day during which it is due but not yet late. */
  graceDays: z.number().int().min(0).max(366).default(0),
  /** Whose duty: the post by its responsibility, or by its title where the unit has one so called. */
  owner: z.union([
    z.strictObject({ responsibility: z.enum(['first', 'direct', 'dual']) }),
    z.strictObject({ post: z.string().min(1).max(40) }),
  ]),
  /** The records that satisfy it; none: it is settled by hand, with evidence of its own kind. */
  satisfied: z
    .strictObject({
      kind: Id,
      where: Condition.default({}),
      /** Records for each occurrence. */
      records: z.number().int().min(1).max(100).default(1),
      /** Files of evidence that each of these records must have; one proof is enough. */
      evidence: z.number().int().min(0).max(3).default(1),
      /** The report template whose issued report is this duty's; the record is then its receipt. */
      report: Id.optional(),
    })
    .optional(),
})

export type Duty = z.infer<typeof Duty>
