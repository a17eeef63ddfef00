import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { JobView } from '../../../platform/jobs/contract.ts'

const Id = z.string().max(80)
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应为 2026-03-05 的形式')
export const FieldValue = z.union([z.string().max(20_000), z.number(), z.array(z.string().max(200)).max(3)])

/** Which records of a kind are meant; never by person. A facet's values are alternatives, '' among them means not filled. */
export const RecordFilter = z.strictObject({
  search: z.string().max(100).optional(),
  from: Day.optional(),
  to: Day.optional(),
  unit: z.uuid().optional(),
  /** Only the unit itself, without what stands below it. */
  unitOnly: z.boolean().optional(),
  state: z.enum(['recorded', 'voided', 'all']).default('recorded'),
  /** States of the kind's own workflow. */
  workflow: z.array(Id).min(1).max(20).optional(),
  facets: z.record(Id, z.array(z.string().max(200)).min(1).max(50)).default({}),
})

export type RecordFilter = z.output<typeof RecordFilter>

/** A filter within an address is JSON. */
const WrittenFilter = z
  .string()
  .max(8_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: '应为 JSON' })
      return z.NEVER
    }
  })
  .pipe(RecordFilter)
  .optional()

/** A field id, or `title`, `occurredOn`, `recordedAt`; with a minus downwards. */
export const Sort = z.string().max(81).default('-occurredOn')

/** Further down nobody reads: the filter is to be narrowed. */
export const DEEPEST_OFFSET = 10_000
/** As much is exported at once; more is a background job. */
export const EXPORTED_AT_ONCE = 5_000

export const RecordRow = z.object({
  recordId: z.string(),
  version: z.number().int(),
  occurredOn: z.string(),
  title: z.string(),
  unitId: z.string(),
  unit: z.string(),
  state: z.enum(['recorded', 'voided']),
  workflowState: z.string().nullable(),
  recordedAt: z.string(),
  fields: z.record(z.string(), FieldValue),
})

export type RecordRow = z.output<typeof RecordRow>

export const KindSummary = z.object({
  kind: z.string(),
  title: z.string(),
  en: z.string().nullable(),
  pack: z.string(),
  packTitle: z.string(),
  thisYear: z.number().int(),
  lastOccurredOn: z.string().nullable(),
})

export type KindSummary = z.output<typeof KindSummary>

export const listKinds = endpoint({
  name: 'records.kinds',
  method: 'GET',
  path: '/api/kinds',
  permission: 'records:read',
  summary: 'The kinds of records, with how many stand for this year and the last day one stands for.',
  reply: z.object({ year: z.number().int(), kinds: z.array(KindSummary) }),
})

export const KindField = z.object({
  id: z.string(),
  title: z.string(),
  en: z.string().nullable(),
  type: z.enum(['text', 'date', 'integer', 'decimal', 'choice']),
  facet: z.boolean(),
  /** Whether records can be put in its order. */
  sortable: z.boolean(),
  many: z.number().int(),
  measure: z.string().nullable(),
  digits: z.number().int(),
  /** Whether other values than those listed may be typed. */
  open: z.boolean(),
  values: z.array(z.object({ id: z.string(), title: z.string(), en: z.string().nullable() })),
})

export type KindField = z.output<typeof KindField>

export const describeKind = endpoint({
  name: 'records.kind',
  method: 'GET',
  path: '/api/kinds/:kind',
  permission: 'records:read',
  summary: 'The fields of a kind, and the units whose records one may read.',
  params: z.strictObject({ kind: Id }),
  reply: z.object({
    kind: z.string(),
    title: z.string(),
    en: z.string().nullable(),
    packTitle: z.string(),
    occurred: z.string(),
    naming: z.string(),
    fields: z.array(KindField),
    /** The states of its workflow, where it has one. */
    states: z.array(z.object({ id: z.string(), title: z.string(), en: z.string().nullable() })),
    units: z.array(z.object({ unitId: z.string(), name: z.string(), parentId: z.string().nullable() })),
  }),
})

export type KindDescription = z.output<typeof describeKind.reply>

export const listRecords = endpoint({
  name: 'records.list',
  method: 'GET',
  path: '/api/kinds/:kind/records',
  permission: 'records:read',
  noted: 'read',
  summary: 'Current records of a kind: searched, filtered, in order, one page.',
  params: z.strictObject({ kind: Id }),
  query: z.strictObject({
    filter: WrittenFilter,
    sort: Sort,
    offset: z.coerce.number().int().min(0).max(DEEPEST_OFFSET).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    total: z.number().int(),
    records: z.array(RecordRow),
    /** Events that the search has not read yet, after a large import; 0 where nothing was searched. */
    searchBehind: z.number().int(),
  }),
})

export const searchRecords = endpoint({
  name: 'records.search',
  method: 'GET',
  path: '/api/records/search',
  permission: 'records:read',
  noted: 'read',
  summary: 'The newest records of all kinds in which words stand.',
  query: z.strictObject({ text: z.string().min(1).max(100), limit: z.coerce.number().int().min(1).max(50).default(20) }),
  reply: z.object({
    records: z.array(RecordRow.omit({ fields: true }).extend({ kind: z.string(), kindTitle: z.string() })),
    searchBehind: z.number().int(),
  }),
})

const Exported = {
  filter: RecordFilter.optional(),
  sort: Sort,
  /** Fields in the order of the columns; all of them when left out. */
  columns: z.array(Id).max(60).optional(),
  format: z.enum(['xlsx', 'csv']),
}

export const exportRecords = endpoint({
  name: 'records.export',
  method: 'POST',
  path: '/api/kinds/:kind/records/export',
  permission: 'records:read',
  noted: 'export',
  summary: 'The filtered records as an Excel workbook or CSV; refused where they are more than fit at once.',
  params: z.strictObject({ kind: Id }),
  body: z.strictObject(Exported),
  reply: 'bytes',
})

export const exportManyRecords = endpoint({
  name: 'records.export-many',
  method: 'POST',
  path: '/api/kinds/:kind/records/export-many',
  permission: 'records:read',
  noted: 'export',
  summary: 'The same as a background job; its file is fetched when the job is done.',
  params: z.strictObject({ kind: Id }),
  body: z.strictObject(Exported),
  reply: JobView,
})

export const downloadExport = endpoint({
  name: 'records.exported',
  method: 'GET',
  path: '/api/record-exports/:jobId',
  permission: 'records:read',
  noted: 'export',
  summary: 'The file that an export made.',
  params: z.strictObject({ jobId: z.uuid() }),
  reply: 'bytes',
})

export const recordListEndpoints = [listKinds, describeKind, listRecords, searchRecords, exportRecords, exportManyRecords, downloadExport]
