import { z } from 'zod'

/** An ASCII kebab-case identifier; the file name of a pack entry is its id. */
export const Id = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, '应由小写英文字母、数字和连字符组成，以字母开头，如 party-group-meeting')

/** Where an entry comes from: a rule with its article, or the practice it was observed in. */
export const Source = z.strictObject({
  rule: z.string().min(1),
  article: z.string().optional(),
  edition: z.string().optional(),
  /** Confidence of the reading: the text itself, a copy of it, or practice not yet checked against a text. */
  tag: z.enum(['verified', 'second-hand', 'unverified']).default('unverified'),
})

export const Titles = { title: z.string().min(1), en: z.string().optional() }

export type Source = z.infer<typeof Source>
