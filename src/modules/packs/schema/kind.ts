import { z } from 'zod'
import { Id, Source, Titles } from './common.ts'

/**
 * A field of a kind. `names` are the other headings under which ledgers carry it.
 * A `facet` may narrow a metric; a `many` facet holds up to that number of values, each in a column of its own.
 */
export const Field = z.strictObject({
  ...Titles,
  type: z.enum(['text', 'date', 'integer', 'decimal', 'choice']),
  vocabulary: Id.optional(),
  required: z.boolean().default(false),
  facet: z.boolean().default(false),
  many: z.number().int().min(1).max(3).default(1),
  /** Measure word of a numeric field: 人, 份, 元. */
  measure: z.string().optional(),
  /** Digits kept after the point of a `decimal`; it is stored as an integer in the smallest measure. */
  digits: z.number().int().min(0).max(6).optional(),
  names: z.array(z.string().min(1)).default([]),
  example: z.string().optional(),
})

/** A step of a workflow: from one of these states to another, by whoever holds the permission for the record's unit. */
export const WorkflowVerb = z.strictObject({
  ...Titles,
  from: z.array(Id).min(1),
  to: Id,
  permission: z.enum(['records:enter', 'records:review']).default('records:enter'),
})

/** The states a record passes through, the first being that of a new one. Every state counts in metrics alike. */
export const Workflow = z.strictObject({
  states: z.record(Id, z.strictObject(Titles)),
  verbs: z.record(Id, WorkflowVerb),
})

/** `kinds/<id>.yaml`: the definition of a record. */
export const Kind = z.strictObject({
  ...Titles,
  source: Source,
  /** The date field a record stands for (`occurred_on`). */
  occurred: Id,
  /** The text field that names a record in lists and in reports. */
  naming: Id,
  /** Sheet names under which ledgers carry this kind. */
  sheets: z.array(z.string().min(1)).default([]),
  fields: z.record(Id, Field),
  workflow: Workflow.optional(),
})

export type Workflow = z.infer<typeof Workflow>
export type WorkflowVerb = z.infer<typeof WorkflowVerb>
export type Field = z.infer<typeof Field>
export type Kind = z.infer<typeof Kind>
