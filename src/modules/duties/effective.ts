import type { Duty } from '../packs/schema/duty.ts'
import type { ApprovedChange } from './changes.ts'

/** A duty from a day on; null while it is switched off. */
export interface DutyFrom<D extends Duty> {
  from: string
  duty: D | null
}

/**
 * A duty as a unit owes it on a day: the pack's text with the changes in force, laid one on the other, those for the
 * whole body first, then from the topmost unit down to the unit itself. Of the same place the later day, then the later
 * approval, is laid on top. Null where it is switched off.
 *
 * @param unitPath the unit and all above it, nearest first
 */
export function effectiveDuty<D extends Duty>(duty: D & { id: string }, changes: readonly ApprovedChange[], unitPath: readonly string[], day: string): D | null {
  const inForce = changesFor(duty.id, changes, unitPath).filter(({ fromOn }) => fromOn <= day)
  let effective: D | null = duty
  for (const { content } of inForce) effective = content === null ? null : { ...(effective ?? duty), ...content }
  return effective
}

/** How a duty changes for a unit over time: first as it stands before any change, then from each day that a change begins. */
export function dutyOverTime<D extends Duty>(duty: D & { id: string }, changes: readonly ApprovedChange[], unitPath: readonly string[]): DutyFrom<D>[] {
  const days = [...new Set(changesFor(duty.id, changes, unitPath).map(({ fromOn }) => fromOn))].toSorted()
  return ['0000-01-01', ...days].map((from) => ({ from, duty: effectiveDuty(duty, changes, unitPath, from) }))
}

function changesFor(duty: string, changes: readonly ApprovedChange[], unitPath: readonly string[]): ApprovedChange[] {
  const rank = ({ unitId }: ApprovedChange) => (unitId === null ? unitPath.length : unitPath.indexOf(unitId))
  return changes
    .filter((change) => change.duty === duty && rank(change) >= 0)
    .toSorted((a, b) => rank(b) - rank(a) || (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0))
}
