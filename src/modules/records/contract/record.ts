import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { EnteredFields, EnteredValue, KindForm } from './entry.ts'
import { EvidenceView } from './evidence.ts'

const params = z.strictObject({ recordId: z.uuid() })
const expectedVersion = z.number().int().min(1)
const Changed = z.object({ version: z.number().int() })

export const FieldChange = z.object({ field: z.string(), before: EnteredValue.nullable(), after: EnteredValue.nullable() })
export type FieldChange = z.output<typeof FieldChange>

/** One version of a record: what it changed, who did, when, and why where a reason was given. */
export const VersionView = z.object({
  version: z.number().int(),
  position: z.number().int(),
  changedBy: z.string(),
  changedAt: z.string(),
  act: z.enum(['entered', 'corrected', 'moved', 'voided']),
  /** The step that was taken, by its id. */
  verb: z.string().nullable(),
  note: z.string().nullable(),
  changes: z.array(FieldChange),
  unit: z.object({ before: z.string(), after: z.string() }).nullable(),
})
export type VersionView = z.output<typeof VersionView>

export const RecordDetail = z.object({
  recordId: z.string(),
  version: z.number().int(),
  state: z.enum(['recorded', 'voided']),
  /** Its state in the workflow of its kind; null where the kind has none. */
  workflowState: z.string().nullable(),
  unitId: z.string(),
  unit: z.string(),
  fields: EnteredFields,
  pack: z.string(),
  source: z.object({ file: z.string(), sheet: z.string(), row: z.number().int() }).nullable(),
  form: KindForm,
  versions: z.array(VersionView),
  evidence: z.array(EvidenceView),
  /** What the reader may do with it now; `verbs` are steps of the workflow. */
  may: z.object({ correct: z.boolean(), void: z.boolean(), verbs: z.array(z.string()) }),
})
export type RecordDetail = z.output<typeof RecordDetail>

export const readRecord = endpoint({
  name: 'records.read',
  method: 'GET',
  path: '/api/records/:recordId',
  permission: 'records:read',
  noted: 'read',
  summary: 'A record with its evidence, and every version of it.',
  params,
  reply: RecordDetail,
})

export const correctRecord = endpoint({
  name: 'records.correct',
  method: 'POST',
  path: '/api/records/:recordId/correct',
  permission: 'records:enter',
  summary: 'Change fields of a record; a stale version is refused with what was changed since, by whom.',
  params,
  body: z.strictObject({ expectedVersion, fields: z.record(z.string().max(80), EnteredValue.nullable()), unitId: z.uuid().optional() }),
  reply: Changed,
})

export const voidRecord = endpoint({
  name: 'records.void',
  method: 'POST',
  path: '/api/records/:recordId/void',
  permission: 'records:enter',
  summary: 'Void a record, with the reason: it stays readable and no longer counts.',
  params,
  body: z.strictObject({ expectedVersion, reason: z.string().trim().min(1, '请写明原因').max(500, '不超过 500 字') }),
  reply: Changed,
})

export const moveRecord = endpoint({
  name: 'records.move',
  method: 'POST',
  path: '/api/records/:recordId/move',
  permission: 'records:enter',
  summary: 'Take a step in the workflow that the kind declares.',
  params,
  body: z.strictObject({ expectedVersion, verb: z.string().max(80), note: z.string().max(500).optional() }),
  reply: Changed,
})

export const recordEndpoints = [readRecord, correctRecord, voidRecord, moveRecord]
