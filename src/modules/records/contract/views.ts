import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'

const Kind = z.string().max(80)

export const RecordView = z.object({
  viewId: z.string(),
  name: z.string(),
  /** What stands behind the question mark of the list's address. */
  address: z.string(),
  own: z.boolean(),
  /** The unit it is shared with, and everything above it sees nothing of it. */
  sharedWith: z.object({ unitId: z.string(), name: z.string() }).nullable(),
})

export type RecordView = z.output<typeof RecordView>

export const listViews = endpoint({
  name: 'records.views',
  method: 'GET',
  path: '/api/kinds/:kind/views',
  permission: 'records:read',
  summary: 'The views of a list that one saved oneself, and those shared with units whose records one may read.',
  params: z.strictObject({ kind: Kind }),
  reply: z.object({ views: z.array(RecordView) }),
})

export const saveView = endpoint({
  name: 'records.save-view',
  method: 'POST',
  path: '/api/kinds/:kind/views',
  permission: 'records:read',
  summary: 'Save a view of a list under a name, or change one’s own.',
  params: z.strictObject({ kind: Kind }),
  body: z.strictObject({
    viewId: z.uuid().optional(),
    name: z.string().trim().min(1, '请写名称').max(40, '不超过 40 字'),
    address: z.string().max(8_000),
    sharedWith: z.uuid().nullable().default(null),
  }),
  reply: RecordView,
})

export const removeView = endpoint({
  name: 'records.remove-view',
  method: 'POST',
  path: '/api/record-views/:viewId/remove',
  permission: 'records:read',
  summary: 'Remove a view that one saved oneself.',
  params: z.strictObject({ viewId: z.uuid() }),
  reply: z.object({ removed: z.boolean() }),
})

export const recordViewEndpoints = [listViews, saveView, removeView]
