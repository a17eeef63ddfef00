import { z } from 'zod'
import { endpoint } from '../../platform/contract/endpoint.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, '应为 SHA-256')
const Facets = z.record(z.string(), z.string())

export const FileRef = z.object({ name: z.string().min(1).max(255), sha256: Sha256 })

export const Proposal = z.object({ kind: z.string(), metric: z.string(), measure: z.string(), phrase: z.string() })

export const SlotView = z.object({
  line: z.number().int(),
  column: z.number().int(),
  length: z.number().int(),
  text: z.string(),
  kind: z.enum(['figure', 'name', 'date', 'list']),
  form: z.enum(['count', 'share', 'rate', 'change', 'rank', 'score', 'duration']).nullable(),
  measure: z.string().nullable(),
  phrase: z.string(),
  metric: z.string().nullable(),
  facets: Facets,
  proposal: Proposal.nullable(),
  certainty: z.number(),
  filled: z.boolean(),
})

/** A figure of a filled report: where it stands, what it is worth, and how that was found. */
export const FigureView = z.object({
  number: z.number().int(),
  line: z.number().int(),
  /** The text now standing in the report. */
  text: z.string(),
  /** The text it replaced. */
  before: z.string(),
  sentence: z.string(),
  metric: z.string(),
  metricTitle: z.string(),
  pack: z.string(),
  facets: Facets,
  /** The same facets as people read them: 主题：网络安全. */
  narrowing: z.array(z.object({ facet: z.string(), value: z.string() })),
  unit: z.string(),
  period: z.string(),
  value: z.number().nullable(),
  measure: z.string().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  excluded: z.number(),
  records: z.number().int(),
  how: z.string(),
})

/** A place that stays open: shown as it was, with the reason and what to keep so that it fills next time. */
export const OpenSlot = z.object({
  line: z.number().int(),
  column: z.number().int(),
  length: z.number().int(),
  text: z.string(),
  kind: z.enum(['figure', 'name', 'date', 'list']),
  sentence: z.string(),
  reason: z.string(),
  proposal: Proposal.nullable(),
})

export const CarriedOver = z.object({ line: z.number().int(), sentence: z.string(), reason: z.string() })

/** What outsiders can hold the report against: the log's checkpoint, or the hashes of the files it was made from. */
export const Anchor = z.union([
  z.object({ position: z.number().int(), hash: z.string() }),
  z.object({ inputs: z.array(FileRef) }),
])

export const ReportView = z.object({
  reportId: z.string(),
  title: z.string(),
  period: z.string(),
  unit: z.string(),
  madeAt: z.string(),
  position: z.number().int(),
  anchor: Anchor,
  file: FileRef,
  figures: z.array(FigureView),
  open: z.array(OpenSlot),
  carriedOver: z.array(CarriedOver),
})

export const ClaimView = z.object({
  line: z.number().int(),
  column: z.number().int(),
  length: z.number().int(),
  text: z.string(),
  verdict: z.enum(['evidenced', 'contradicted', 'unsupported', 'consistent']),
  expected: z.string().nullable(),
  reason: z.string(),
})

export const scanReport = endpoint({
  name: 'reports.scan',
  method: 'POST',
  path: '/api/reports/scan',
  permission: 'reports:read',
  summary: 'Find the slots of a report; nothing is stored.',
  body: z.strictObject({ report: FileRef }),
  reply: z.object({ paragraphs: z.number().int(), slots: z.array(SlotView) }),
})

export const fillReport = endpoint({
  name: 'reports.fill',
  method: 'POST',
  path: '/api/reports',
  permission: 'reports:fill',
  summary: 'Make this period’s report from an earlier one.',
  body: z.strictObject({
    /** An earlier report, or a report form that a pack ships. */
    report: z.union([FileRef, z.strictObject({ form: z.string().max(80) })]),
    period: z.string().max(40),
    unit: z.string().max(200).optional(),
    annex: z.boolean().default(true),
    round: z.boolean().default(false),
    /** Given when the records come from files: their hashes anchor the report in place of a checkpoint. */
    inputs: z.array(FileRef).max(1000).optional(),
  }),
  reply: ReportView,
})

export const checkReport = endpoint({
  name: 'reports.check',
  method: 'POST',
  path: '/api/reports/check',
  permission: 'reports:read',
  summary: 'Hold every figure and named document of a finished report against the records and against each other.',
  body: z.strictObject({
    report: FileRef,
    period: z.string().max(40).optional(),
    unit: z.string().max(200).optional(),
    /** False checks the arithmetic inside the text only. */
    ledger: z.boolean().default(true),
  }),
  reply: z.object({ claims: z.array(ClaimView) }),
})

export const listReports = endpoint({
  name: 'reports.list',
  method: 'GET',
  path: '/api/reports',
  permission: 'reports:read',
  summary: 'The reports made, newest first.',
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50), offset: z.coerce.number().int().min(0).default(0) }),
  reply: z.object({
    total: z.number().int(),
    reports: z.array(
      z.object({ reportId: z.string(), title: z.string(), period: z.string(), unit: z.string(), madeAt: z.string(), figures: z.number().int(), open: z.number().int() }),
    ),
  }),
})

export const readReport = endpoint({
  name: 'reports.read',
  method: 'GET',
  path: '/api/reports/:reportId',
  permission: 'reports:read',
  noted: 'read',
  summary: 'A report with its figures and what is still open.',
  params: z.strictObject({ reportId: z.uuid() }),
  reply: ReportView,
})

export const downloadReport = endpoint({
  name: 'reports.download',
  method: 'GET',
  path: '/api/reports/:reportId/word',
  permission: 'reports:read',
  noted: 'export',
  summary: 'The Word file of a report.',
  params: z.strictObject({ reportId: z.uuid() }),
  reply: 'bytes',
})

export const RecordView = z.object({
  recordId: z.string(),
  title: z.string(),
  occurredOn: z.string(),
  unit: z.string(),
  fields: z.array(z.object({ title: z.string(), value: z.string() })),
  source: z.object({ file: z.string(), sheet: z.string(), row: z.number().int() }).nullable(),
})

export const readFigureRecords = endpoint({
  name: 'reports.figure-records',
  method: 'GET',
  path: '/api/reports/:reportId/figures/:number/records',
  permission: 'reports:read',
  noted: 'read',
  summary: 'The records a figure stands on, as known when the report was made.',
  params: z.strictObject({ reportId: z.uuid(), number: z.coerce.number().int().min(1) }),
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50), offset: z.coerce.number().int().min(0).default(0) }),
  reply: z.object({ total: z.number().int(), records: z.array(RecordView) }),
})

export const reportEndpoints = [scanReport, fillReport, checkReport, listReports, readReport, downloadReport, readFigureRecords]
