import { z } from 'zod'
import { Id, Source, Titles } from './common.ts'

/** One value of a facet: its id is stored, its title shown, its synonyms matched in reports and ledgers. */
export const VocabularyValue = z.strictObject({
  ...Titles,
  synonyms: z.array(z.string().min(1)).default([]),
})

/**
 * `vocabularies/<id>.yaml`. A closed vocabulary refuses other values;
 * an open one keeps what was typed, so that a unit's own words stay usable.
 */
export const Vocabulary = z.strictObject({
  ...Titles,
  open: z.boolean().default(false),
  source: Source,
  values: z.record(Id, VocabularyValue),
})

export type Vocabulary = z.infer<typeof Vocabulary>
