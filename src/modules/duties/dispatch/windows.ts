import { addDays } from '../../../engine/calendar/days.ts'
import type { Adoption, Facts, PackVersion, Unit } from './facts.ts'

/** A stretch of days during which a unit owes the duties of a pack; `until` is the last of them, null while it goes on. */
export interface Window {
  pack: string
  from: string
  until: string | null
  takenOnAt: number
  fresh: boolean
  /** The unit was founded after the pack was taken on above it. */
  founded: boolean
}

/** When a unit owes each pack's duties: while an adoption for it or a unit above holds, and while it exists. */
export function windowsOf(unit: Unit, path: readonly string[], adoptions: readonly Adoption[]): Window[] {
  const windows = adoptions
    .filter(({ unitId }) => path.includes(unitId))
    .flatMap((adoption) => windowOf(unit, adoption) ?? [])
    .toSorted((a, b) => (a.pack < b.pack ? -1 : a.pack > b.pack ? 1 : a.from < b.from ? -1 : 1))
  const joined: Window[] = []
  for (const window of windows) {
    const last = joined.at(-1)
    const touches = last !== undefined && last.pack === window.pack && (last.until === null || addDays(last.until, 1) >= window.from)
    if (!touches) joined.push(window)
    else joined.splice(-1, 1, join(last, window))
  }
  return joined
}

function windowOf(unit: Unit, { pack, from, until, takenOnAt, fresh }: Adoption): Window | null {
  const first = from > unit.from ? from : unit.from
  const end = until === null || (unit.until !== null && unit.until < until) ? unit.until : until
  if (end !== null && end <= first) return null
  return { pack, from: first, until: end === null ? null : addDays(end, -1), takenOnAt, fresh, founded: unit.from > from }
}

function join(first: Window, second: Window): Window {
  const until = first.until === null || second.until === null ? null : first.until > second.until ? first.until : second.until
  return { ...first, until, takenOnAt: Math.max(first.takenOnAt, second.takenOnAt), fresh: first.fresh || second.fresh }
}

/**
 * The day from which a duty is owed that an upgrade brought after the pack was taken on: nobody was late with it before.
 * Null where it was there when the pack was taken on.
 */
export function broughtOn({ packVersions }: Pick<Facts, 'packVersions'>, { pack, takenOnAt }: Window, duty: string): string | null {
  const versions: readonly PackVersion[] = packVersions.get(pack) ?? []
  const first = versions[versions.findLastIndex(({ duties }) => !duties.has(duty)) + 1]
  if (first === undefined || first === versions[0] || first.position < takenOnAt) return null
  return first.day
}
