import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { unitTypes } from '../rules.ts'

/** A day as 2026-03-05. */
export const Day = z.iso.date()

export const UnitInTree = z.object({
  unitId: z.string(),
  version: z.number().int(),
  name: z.string(),
  type: z.string(),
  /** The unit above it, where the reader may read that one too. */
  parentId: z.string().nullable(),
  /** Its name behind those of the units above it: 云江市交通运输局 / 办公室. */
  path: z.string(),
  foundingDocument: z.string().nullable(),
})

export const listUnits = endpoint({
  name: 'units.list',
  method: 'GET',
  path: '/api/units',
  permission: 'org:read',
  summary: 'The tree of the units one may read as it is on a day, parents before children.',
  query: z.strictObject({ on: Day.optional() }),
  reply: z.object({ on: z.string(), units: z.array(UnitInTree) }),
})

const UnitId = z.strictObject({ unitId: z.uuid() })
const Name = z.string().max(200)
const FoundingDocument = z.string().max(200)
const Versioned = z.object({ unitId: z.string(), version: z.number().int() })

/** A post with the name of who holds it; the name is empty once it was erased. */
export const PostView = z.object({
  postId: z.string(),
  personId: z.string(),
  name: z.string(),
  unitId: z.string(),
  title: z.string(),
  responsibility: z.string().nullable(),
  since: z.string(),
  /** From that day on no longer held; null while it is. */
  until: z.string().nullable(),
})

export const readUnit = endpoint({
  name: 'units.read',
  method: 'GET',
  path: '/api/units/:unitId',
  permission: 'org:read',
  summary: 'A unit: what it was from which day on, who held its posts, and what was entered about it by whom.',
  params: UnitId,
  reply: z.object({
    unitId: z.string(),
    version: z.number().int(),
    name: z.string(),
    path: z.string(),
    /** Oldest first; `until` is null while it lasts. */
    slices: z.array(
      z.object({
        from: z.string(), until: z.string().nullable(), name: z.string(), type: z.string(),
        parentId: z.string().nullable(), parent: z.string().nullable(), foundingDocument: z.string().nullable(),
      }),
    ),
    posts: z.array(PostView),
    /** Newest first. `content` names what was changed. */
    events: z.array(
      z.object({
        position: z.number().int(), type: z.string(), actor: z.string(), recordedAt: z.string(), on: z.string(),
        name: z.string().nullable(), parent: z.string().nullable(), foundingDocument: z.string().nullable(),
      }),
    ),
    mayChange: z.boolean(),
  }),
})

export const foundUnit = endpoint({
  name: 'units.found',
  method: 'POST',
  path: '/api/units',
  permission: 'org:write',
  summary: 'Found a unit on a day; a leading group names the document that founded it.',
  body: z.strictObject({
    name: Name,
    type: z.enum(unitTypes),
    parentId: z.uuid().nullable().default(null),
    foundingDocument: FoundingDocument.nullable().default(null),
    on: Day,
  }),
  reply: Versioned,
})

export const changeUnit = endpoint({
  name: 'units.change',
  method: 'POST',
  path: '/api/units/:unitId/change',
  permission: 'org:write',
  summary: 'Rename or move a unit from a day on; what it was before that day stays as it was.',
  params: UnitId,
  body: z.strictObject({
    expectedVersion: z.number().int(),
    on: Day,
    name: Name.optional(),
    parentId: z.uuid().nullable().optional(),
    foundingDocument: FoundingDocument.nullable().optional(),
  }),
  reply: Versioned,
})

export const closeUnit = endpoint({
  name: 'units.close',
  method: 'POST',
  path: '/api/units/:unitId/close',
  permission: 'org:write',
  summary: 'Close a unit from a day on; its posts end that day, its records stay.',
  params: UnitId,
  body: z.strictObject({ expectedVersion: z.number().int(), on: Day }),
  reply: Versioned,
})

export const readChart = endpoint({
  name: 'units.chart',
  method: 'GET',
  path: '/api/units/chart',
  permission: 'org:read',
  summary: 'Who bears which responsibility on a day: a unit with everything below it, or all units one may read.',
  query: z.strictObject({ unitId: z.uuid().optional(), on: Day.optional() }),
  reply: z.object({
    on: z.string(),
    units: z.array(UnitInTree.extend({ depth: z.number().int(), posts: z.array(PostView) })),
  }),
})

export const unitEndpoints = [listUnits, readUnit, foundUnit, changeUnit, closeUnit, readChart]
