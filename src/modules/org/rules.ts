/** What a unit was from `validFrom` on, up to but not including `validTo`; null while it lasts. */
export interface UnitSlice {
  validFrom: string
  validTo: string | null
  name: string
  /** `bureau`, `division`, `group` (a leading group, 领导小组) … */
  type: string
  parentId: string | null
  /** The document that founded a leading group. */
  foundingDocument: string | null
}

/** A body or an administration, a section within it, a unit of its own below it, a leading group (领导小组). */
export const unitTypes = ['body', 'section', 'subordinate', 'group'] as const

export type UnitEvent =
  | { type: 'unit.founded'; content: Omit<UnitSlice, 'validFrom' | 'validTo'> & { on: string } }
  | { type: 'unit.changed'; content: { on: string } & Partial<Omit<UnitSlice, 'validFrom' | 'validTo'>> }
  | { type: 'unit.closed'; content: { on: string } }

export interface UnitState {
  version: number
  slices: UnitSlice[]
}

/** The dated slices of a unit after an event; a change holds from its day on, later slices included. */
export function evolveUnit(previous: UnitState | null, event: UnitEvent): UnitState {
  if (event.type === 'unit.founded') {
    const { on, ...rest } = event.content
    return { version: 1, slices: [{ ...rest, validFrom: on, validTo: null }] }
  }
  if (previous === null) throw new Error(`${event.type} without a unit`)
  const { on, ...change } = event.content
  const slices = previous.slices.flatMap((slice): UnitSlice[] => {
    if (slice.validTo !== null && slice.validTo <= on) return [slice]
    const before = slice.validFrom < on ? [{ ...slice, validTo: on }] : []
    if (event.type === 'unit.closed') return before
    return [...before, { ...slice, ...change, validFrom: slice.validFrom < on ? on : slice.validFrom }]
  })
  return { version: previous.version + 1, slices }
}

/** 第一责任人, 直接责任人, 一岗双责. */
export const responsibilities = ['first', 'direct', 'dual'] as const
export type Responsibility = (typeof responsibilities)[number]

export type PostEvent =
  | { type: 'post.filled'; content: { unitId: string; personId: string; title: string; responsibility?: Responsibility | null; on: string } }
  | { type: 'post.left'; content: { on: string } }

/** A dated role of a person in a unit. */
export interface PostState {
  version: number
  unitId: string
  personId: string
  title: string
  responsibility: Responsibility | null
  validFrom: string
  validTo: string | null
}

export function evolvePost(previous: PostState | null, event: PostEvent): PostState {
  if (event.type === 'post.filled') {
    const { on, responsibility = null, ...post } = event.content
    return { version: 1, ...post, responsibility, validFrom: on, validTo: null }
  }
  if (previous === null) throw new Error(`${event.type} without a post`)
  return { ...previous, version: previous.version + 1, validTo: event.content.on }
}
