import { z } from 'zod'

/** An ASCII kebab-case identifier; the file name of a pack entry is its id. */
export const Id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be ASCII kebab-case')

/** Where an entry comes from: a rule with its article, or the practice it was observed in. */
export const Source = z.strictObject({
  rule: z.string().min(1),
  article: z.string().optional(),
  edition: z.string().optional(),
  /** Confidence of the reading, as in domain facts: verified, second-hand, or not yet verified. */
  tag: z.enum(['verified', 'second-hand', 'unverified']).default('unverified'),
})

export const Titles = { title: z.string().min(1), en: z.string().optional() }

export type Source = z.infer<typeof Source>
