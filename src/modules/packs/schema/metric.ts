import { z } from 'zod'
import { Id, Source, Titles } from './common.ts'

/** Facet or field → the values it must (not) have. An open text field is matched by equality. */
export const Condition = z.record(Id, z.array(z.string().min(1)).min(1))

/**
 * `metrics/<id>.yaml`: the definition of a number over the records of one kind.
 *
 * - `count`: records; `sum`: of `field`; `distinct`: different values of `field`; `latest`: `field` of the newest record
 * - `share`: records that meet `part` among those that meet `where`, in %; with `field`, its sum in place of records
 * - `rate`: like `share`, but the denominator leaves out `excluding`, whose records are shown apart;
 *   with `field` and `over`, the sum of `field` in % of the sum of `over` (questionnaires returned of those issued)
 * - `change`: of metric `of` (same facets) against the same period a year earlier, in %
 */
export const Metric = z.strictObject({
  ...Titles,
  source: Source,
  kind: Id,
  form: z.enum(['count', 'sum', 'distinct', 'share', 'rate', 'change', 'latest']),
  /** The measure words a report may use; the first is the usual one, in which the value is computed. */
  measures: z.array(z.string().min(1)).min(1),
  field: Id.optional(),
  over: Id.optional(),
  /** What a record that leaves `field` empty counts for: one row of a ledger is one publication unless it says how many. */
  absent: z.number().int().min(0).optional(),
  where: Condition.default({}),
  excluding: Condition.default({}),
  part: Condition.optional(),
  /** What a binding's facets narrow. `part`: cases → visits gives *the share of visits among all cases*. */
  narrows: z.enum(['where', 'part']).default('where'),
  of: Id.optional(),
  digits: z.number().int().min(0).max(4).default(0),
  /**
   * What reports say when they mean this number: 专题会议, 专题研讨会. Matched with D read as 党, longest first.
   * `…` stands for words between the two parts, inside one clause: 发布…信息. A `change` without any takes those of `of`.
   */
  phrases: z.array(z.string().min(1)).default([]),
  /** Facets whose values, by title or synonym, are phrases of this metric too: 座谈会 means a meeting of that category. */
  phrasesFrom: z.array(Id).default([]),
  /** Facets by which a binding may narrow it; all facets of the kind when left out. */
  facets: z.array(Id).optional(),
})

export type Condition = z.infer<typeof Condition>
export type Metric = z.infer<typeof Metric>
