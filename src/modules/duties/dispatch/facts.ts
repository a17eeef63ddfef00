import type { Calendar } from '../../../engine/calendar/calendar.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import type { ApprovedChange } from '../changes.ts'

export type DutyEntry = Catalogue['duties'] extends Map<string, infer Entry> ? Entry : never

/** A pack's duties taken on for a unit and all below it; `until` is exclusive, null while it lasts. */
export interface Adoption {
  pack: string
  unitId: string
  from: string
  until: string | null
  /** The position of the log at which it was taken on. */
  takenOnAt: number
  /** Taken on by the verb that asks: what was owed before today is dispatched too. */
  fresh: boolean
}

/** A unit where it stands last; `until` is exclusive, null while it exists. */
export interface Unit {
  unitId: string
  name: string
  type: string
  parentId: string | null
  from: string
  until: string | null
}

/** A version of a pack as it came into force, with the duties it held. */
export interface PackVersion {
  position: number
  day: string
  duties: ReadonlySet<string>
}

/** A record that makes a duty fall due. */
export interface Trigger {
  duty: string
  recordId: string
  unitId: string
  occurredOn: string
}

/** Everything that decides which tasks are owed, whatever tasks there are. */
export interface Facts {
  today: string
  /** The last day for which tasks are dispatched. */
  horizon: string
  calendar: Calendar
  duties: readonly DutyEntry[]
  /** By pack: `ideology-duty@1.2.0`. */
  packs: ReadonlyMap<string, string>
  packVersions: ReadonlyMap<string, readonly PackVersion[]>
  adoptions: readonly Adoption[]
  changes: readonly ApprovedChange[]
  units: ReadonlyMap<string, Unit>
  triggers: readonly Trigger[]
}

/** Up to the end of the year; from 1 December to the end of the next. */
export function horizonOf(today: string): string {
  const year = Number(today.slice(0, 4))
  return `${today.slice(5, 7) === '12' ? year + 1 : year}-12-31`
}

/** A unit and all above it, nearest first. */
export function pathOf(units: ReadonlyMap<string, { parentId: string | null }>, unitId: string): string[] {
  const path: string[] = []
  for (let at: string | null = unitId; at !== null && !path.includes(at); at = units.get(at)?.parentId ?? null) path.push(at)
  return path
}
