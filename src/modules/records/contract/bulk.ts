import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { FieldValue, RecordFilter } from './list.ts'

/** As many records are changed in one go. */
export const CHANGED_AT_ONCE = 1_000

/** The records meant: those ticked, or all that a filter finds. */
const Meant = {
  filter: RecordFilter.optional(),
  recordIds: z.array(z.uuid()).min(1).max(CHANGED_AT_ONCE).optional(),
  /** New values by facet; null takes the value away. */
  changes: z.record(z.string().max(80), FieldValue.nullable()),
}

const Refused = z.object({ recordId: z.string(), title: z.string(), occurredOn: z.string(), reason: z.string() })

export const BulkPreview = z.object({
  matched: z.number().int(),
  changed: z.number().int(),
  /** Already as wanted. */
  same: z.number().int(),
  refused: z.array(Refused),
  /** What changes, by facet and value before, with how many. */
  differences: z.array(z.object({ field: z.string(), before: FieldValue.nullable(), after: FieldValue.nullable(), records: z.number().int() })),
  /** The log as it was when this was computed; it is handed back with the order. */
  position: z.number().int(),
})

export type BulkPreview = z.output<typeof BulkPreview>

export const previewBulk = endpoint({
  name: 'records.bulk-preview',
  method: 'POST',
  path: '/api/kinds/:kind/records/bulk-preview',
  permission: 'records:enter',
  noted: 'read',
  summary: 'What a change of facets would change, for how many records, and which it cannot change; nothing is stored.',
  params: z.strictObject({ kind: z.string().max(80) }),
  body: z.strictObject(Meant),
  reply: BulkPreview,
})

export const changeInBulk = endpoint({
  name: 'records.bulk-change',
  method: 'POST',
  path: '/api/kinds/:kind/records/bulk',
  permission: 'records:enter',
  summary: 'Change facets of many records in one transaction, an event for each; nothing where one was changed since the preview.',
  params: z.strictObject({ kind: z.string().max(80) }),
  body: z.strictObject({ ...Meant, position: z.number().int().min(0), changed: z.number().int().min(0) }),
  reply: z.object({ changed: z.number().int() }),
})

export const recordBulkEndpoints = [previewBulk, changeInBulk]
