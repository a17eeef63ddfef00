import type { Everything } from '../questions.ts'
import type { OwnTexts } from './own-changes.ts'

/** Ids that stand somewhere already: in force, or in what is being changed. */
export function takenIds({ kinds, metrics, vocabularies }: Everything, present: OwnTexts): Set<string> {
  const own = Object.keys(present).map((path) => path.replace(/^[a-z]+\//, '').replace(/\.yaml$/, ''))
  return new Set([...[...kinds, ...metrics, ...vocabularies].map(({ id }) => id), ...own])
}
