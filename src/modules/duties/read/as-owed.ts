import type { Reader } from '../../../platform/database/database.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { pathOf } from '../dispatch/facts.ts'
import { approvedChanges } from '../changes.ts'
import { effectiveDuty } from '../effective.ts'
import type { UnitNames } from './units.ts'

type DutyEntry = Catalogue['duties'] extends Map<string, infer E> ? E : never

/** A duty as a unit owes it on a day, by id; switched off it is told as the pack has it, undefined where no pack has it. */
export type AsOwed = (duty: string, unitId: string, day: string) => DutyEntry | undefined

/** Reads the changes in force once and answers for any duty, unit and day. */
export async function dutiesAsOwed(db: Reader, { duties }: Pick<Catalogue, 'duties'>, units: UnitNames): Promise<AsOwed> {
  const changes = await approvedChanges(db)
  const changed = new Set(changes.map(({ duty }) => duty))
  return (id, unitId, day) => {
    const duty = duties.get(id)
    if (duty === undefined || !changed.has(id)) return duty
    return effectiveDuty(duty, changes, pathOf(units, unitId), day) ?? duty
  }
}
