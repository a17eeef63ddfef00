import type { Reader } from '../../../platform/database/database.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'
import { lastUnits } from '../../records/list/units.ts'
import { approvedChanges } from '../changes.ts'
import { pathOf, type DutyEntry } from '../dispatch/facts.ts'
import { effectiveDuty } from '../effective.ts'

/** A duty by the text that judges a task: that in force for its unit on the first day of its period. */
export type DutyOf = (task: { duty: string; unitId: string; periodFrom: string }) => DutyEntry | undefined

/** Reads the changes in force once and answers for any task; undefined where no pack has the duty any more. */
export async function dutiesOfTasks(db: Reader, catalogue: Catalogue): Promise<DutyOf> {
  const changes = await approvedChanges(db)
  const units = changes.length === 0 ? new Map<string, { parentId: string | null }>() : await lastUnits(db)
  return ({ duty: id, unitId, periodFrom }) => {
    const duty = catalogue.duties.get(id)
    return duty === undefined ? undefined : (effectiveDuty(duty, changes, pathOf(units, unitId), periodFrom) ?? duty)
  }
}
