import { NotFound } from '../../platform/errors.ts'

/** The id of the unit that people call by this name. */
export function unitNamed(name: string, units: ReadonlyMap<string, { unitId: string; name: string }>): string {
  const unit = [...units.values()].find((one) => one.name === name.trim())
  if (unit === undefined) throw new NotFound('no-unit', `没有名为“${name}”的单位`)
  return unit.unitId
}
