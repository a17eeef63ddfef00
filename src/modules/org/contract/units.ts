import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'

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

export const unitEndpoints = [listUnits]
