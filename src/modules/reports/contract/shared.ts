import { z } from 'zod'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, '应为 SHA-256')

/** Facet field → vocabulary value id, or the word itself where the vocabulary is open. */
export const Facets = z.record(z.string().max(80), z.string().max(200))

export const FileRef = z.object({ name: z.string().min(1).max(255), sha256: Sha256 })

/** A report form that a pack ships. */
export const FormRef = z.strictObject({ form: z.string().max(80) })

export const Proposal = z.object({ kind: z.string(), metric: z.string(), measure: z.string(), phrase: z.string() })

export const SlotKind = z.enum(['figure', 'name', 'date', 'list'])
export const SlotForm = z.enum(['count', 'share', 'rate', 'change', 'rank', 'score', 'duration'])

/** The same facets as people read them: 主题：网络安全. */
export const Narrowing = z.array(z.object({ facet: z.string(), value: z.string() }))

export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
})

export const ReportId = z.strictObject({ reportId: z.uuid() })

/** A record as lists behind a figure show it; `recordId` opens it. */
export const RecordView = z.object({
  recordId: z.string(),
  title: z.string(),
  occurredOn: z.string(),
  unit: z.string(),
  fields: z.array(z.object({ title: z.string(), value: z.string() })),
  source: z.object({ file: z.string(), sheet: z.string(), row: z.number().int() }).nullable(),
})

export const RecordsPage = z.object({ total: z.number().int(), records: z.array(RecordView) })

/** draft → submitted → reviewed → issued; a returned one is a draft again, a discarded one is over. */
export const ReportState = z.enum(['draft', 'submitted', 'reviewed', 'issued', 'discarded'])
