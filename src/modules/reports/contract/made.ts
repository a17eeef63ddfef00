import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Facets, FileRef, FormRef, Narrowing, PageQuery, Proposal, RecordsPage, ReportId, SlotKind } from './shared.ts'

/** A figure of an issued report: where it stands, what it is worth, and how that was found. */
export const FigureView = z.object({
  number: z.number().int(),
  /** The slot it fills, 1-based; null in reports made before slots were counted. */
  slot: z.number().int().nullable().default(null),
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
  narrowing: Narrowing,
  unit: z.string(),
  unitId: z.string().nullable().default(null),
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
  /** 1-based; null in reports made before slots were counted. */
  slot: z.number().int().nullable().default(null),
  line: z.number().int(),
  column: z.number().int(),
  length: z.number().int(),
  text: z.string(),
  kind: SlotKind,
  sentence: z.string(),
  reason: z.string(),
  proposal: Proposal.nullable(),
})

export const CarriedOver = z.object({ line: z.number().int(), sentence: z.string(), reason: z.string() })

/** A place that a person filled, with the reason they gave. */
export const ByHand = z.object({
  slot: z.number().int(),
  line: z.number().int(),
  text: z.string(),
  before: z.string(),
  sentence: z.string(),
  reason: z.string(),
  by: z.string(),
})

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
  unitId: z.string().nullable().default(null),
  madeAt: z.string(),
  position: z.number().int(),
  anchor: Anchor,
  file: FileRef,
  /** The same report with its annex left out, or with it; null where only one was kept. */
  otherFile: FileRef.extend({ annex: z.boolean() }).nullable().default(null),
  figures: z.array(FigureView),
  open: z.array(OpenSlot),
  carriedOver: z.array(CarriedOver),
  byHand: z.array(ByHand).default([]),
  reviewedBy: z.string().nullable().default(null),
  /** Why it was issued without a review; null where it was reviewed. */
  withoutReview: z.string().nullable().default(null),
})

export const fillReport = endpoint({
  name: 'reports.fill',
  method: 'POST',
  path: '/api/reports',
  permission: 'reports:issue',
  summary: 'Make this period’s report from an earlier one in one go: drafted, and issued as the recogniser read it.',
  body: z.strictObject({
    /** An earlier report, or a report form that a pack ships. */
    report: z.union([FileRef, FormRef]),
    period: z.string().max(40),
    unit: z.string().max(200).optional(),
    annex: z.boolean().default(true),
    round: z.boolean().default(false),
    /** Given when the records come from files: their hashes anchor the report in place of a checkpoint. */
    inputs: z.array(FileRef).max(1000).optional(),
  }),
  reply: ReportView,
})

export const readReport = endpoint({
  name: 'reports.read',
  method: 'GET',
  path: '/api/reports/:reportId',
  permission: 'reports:read',
  noted: 'read',
  summary: 'An issued report with its figures and what is still open.',
  params: ReportId,
  reply: ReportView,
})

export const readReportText = endpoint({
  name: 'reports.text',
  method: 'GET',
  path: '/api/reports/:reportId/text',
  permission: 'reports:read',
  noted: 'read',
  summary: 'The text of an issued report with the places of its figures.',
  params: ReportId,
  reply: z.object({
    paragraphs: z.array(
      z.object({
        line: z.number().int(),
        text: z.string(),
        places: z.array(
          z.object({
            column: z.number().int(),
            length: z.number().int(),
            slot: z.number().int(),
            /** The figure that stands here; null for other places. */
            number: z.number().int().nullable(),
            state: z.enum(['figure', 'by-hand', 'open', 'other']),
          }),
        ),
      }),
    ),
  }),
})

export const downloadReport = endpoint({
  name: 'reports.download',
  method: 'GET',
  path: '/api/reports/:reportId/word',
  permission: 'reports:read',
  noted: 'export',
  summary: 'The Word file of an issued report, as it was issued or with the annex put in or left out.',
  params: ReportId,
  query: z.strictObject({ annex: z.stringbool().optional() }),
  reply: 'bytes',
})

export const readFigureRecords = endpoint({
  name: 'reports.figure-records',
  method: 'GET',
  path: '/api/reports/:reportId/figures/:number/records',
  permission: 'reports:read',
  noted: 'read',
  summary: 'The records a figure stands on, as known when the report was issued.',
  params: ReportId.extend({ number: z.coerce.number().int().min(1) }),
  query: PageQuery,
  reply: RecordsPage,
})

/** A record that a figure counts otherwise now than when the report was issued. */
export const ChangedRecord = z.object({
  recordId: z.string(),
  title: z.string(),
  occurredOn: z.string(),
  unit: z.string(),
  /** Entered after the report was issued; corrected since; voided since. */
  change: z.enum(['late', 'corrected', 'voided']),
  /** Whether it counts now: newly, no longer, or as before with other values. */
  counts: z.enum(['now', 'no-longer', 'still']),
  by: z.string(),
  at: z.string(),
  fields: z.array(z.object({ title: z.string(), before: z.string(), after: z.string() })),
})

const Worth = z.object({
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  records: z.number().int(),
})

export const readReportChanges = endpoint({
  name: 'reports.changes',
  method: 'GET',
  path: '/api/reports/:reportId/changes',
  permission: 'reports:read',
  noted: 'read',
  summary: 'What has changed since a report was issued: its figures then and now, with the records that made the difference.',
  params: ReportId,
  reply: z.object({
    issuedPosition: z.number().int(),
    position: z.number().int(),
    issuedAt: z.string(),
    unchanged: z.number().int(),
    /** Figures whose records changed, be the value the same or not. */
    figures: z.array(
      z.object({
        number: z.number().int(),
        line: z.number().int(),
        text: z.string(),
        sentence: z.string(),
        metricTitle: z.string(),
        narrowing: Narrowing,
        measure: z.string(),
        atIssue: Worth,
        now: Worth,
        differs: z.boolean(),
        /** Why it can no longer be computed, where that is so. */
        gap: z.string().nullable(),
        /** At most the first hundred; `changedRecords` counts all. */
        records: z.array(ChangedRecord),
        changedRecords: z.number().int(),
      }),
    ),
  }),
})
