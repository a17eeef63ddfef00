import type { KindForm, RecordFields } from '../../contract/entry.ts'
import { checkFields } from '../../rules.ts'

/** What is wrong with each field, by the same rules as the server's. */
export type Problems = Record<string, string>

export function problemsOfForm(form: KindForm, fields: RecordFields): Problems {
  const { vocabularies, ...kind } = form
  const catalogue = {
    kinds: new Map([[form.id, { ...kind, pack: '' }]]),
    vocabularies: new Map(Object.entries(vocabularies).map(([id, vocabulary]) => [id, { ...vocabulary, id, pack: '' }])),
  }
  return byField(checkFields(catalogue, form.id, fields))
}

/** The first problem of each field. */
export function byField(problems: { field: string; problem: string }[]): Problems {
  const first: Problems = {}
  for (const { field, problem } of problems) first[field] ??= problem
  return first
}
