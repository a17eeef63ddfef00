import { describeCadence } from '../../../engine/calendar/words.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'

/** What the reading side tells of a duty. */
export interface DutyName {
  id: string
  title: string
  en: string | null
  group: string
  pack: string
  cadenceWords: string
  /** Its place in the packs' order. */
  order: number
}

export type DutyWords = ReadonlyMap<string, DutyName>

const known = new WeakMap<Catalogue, DutyWords>()

/** The duties of the packs in force by id, in the order in which the packs list them. */
export function dutyWords(catalogue: Catalogue): DutyWords {
  const before = known.get(catalogue)
  if (before !== undefined) return before
  const groups = [...new Set([...catalogue.duties.values()].map(({ pack, group }) => `${pack}/${group}`))]
  const words = new Map(
    [...catalogue.duties.values()]
      .toSorted((a, b) => groups.indexOf(`${a.pack}/${a.group}`) - groups.indexOf(`${b.pack}/${b.group}`))
      .map(({ id, title, en = null, group, pack, cadence }, order) => [id, { id, title, en, group, pack, cadenceWords: describeCadence(cadence, 'zh'), order }] as const),
  )
  known.set(catalogue, words)
  return words
}

/** A duty by its id; of one whose pack is gone only the id is known. */
export function dutyNamed(words: DutyWords, id: string): DutyName {
  return words.get(id) ?? { id, title: id, en: null, group: '', pack: '', cadenceWords: '', order: words.size }
}
