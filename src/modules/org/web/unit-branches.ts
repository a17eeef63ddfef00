import type { ReplyOf } from '../../../platform/contract/endpoint.ts'
import type { listUnits } from '../contract/units.ts'

export type ListedUnit = ReplyOf<typeof listUnits>['units'][number]

export interface Branch {
  key: string
  value: string
  title: string
  disabled: boolean
  unit: ListedUnit
  children: Branch[]
}

/** The list of units as a tree. */
export function branchesOf(units: ListedUnit[], selectable: (unitId: string) => boolean = () => true): Branch[] {
  const branches = new Map(
    units.map((unit): [string, Branch] => [
      unit.unitId,
      { key: unit.unitId, value: unit.unitId, title: unit.name, disabled: !selectable(unit.unitId), unit, children: [] },
    ]),
  )
  const roots: Branch[] = []
  for (const branch of branches.values()) {
    const above = branch.unit.parentId === null ? undefined : branches.get(branch.unit.parentId)
    if (above === undefined) roots.push(branch)
    else above.children.push(branch)
  }
  return roots
}
