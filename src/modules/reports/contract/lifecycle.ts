import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { PageQuery, ReportId, ReportState } from './shared.ts'

/** What happened to a report, oldest first: who took which step, when, and what they said. */
export const ReportStep = z.object({
  version: z.number().int(),
  step: z.enum(['drafted', 'rebound', 'submitted', 'returned', 'reviewed', 'issued', 'discarded', 'made']),
  by: z.string(),
  at: z.string(),
  position: z.number().int(),
  note: z.string().nullable(),
})

/** Whether the one who asks may take a step now; `why` says what stands against it. */
const Permitted = z.object({ allowed: z.boolean(), why: z.string().nullable() })

export const readSteps = endpoint({
  name: 'reports.steps',
  method: 'GET',
  path: '/api/reports/:reportId/steps',
  permission: 'reports:read',
  summary: 'How far a report is, what happened to it, and what the one who asks may do next.',
  params: ReportId,
  reply: z.object({
    reportId: z.string(),
    state: ReportState,
    version: z.number().int(),
    title: z.string(),
    unit: z.string(),
    period: z.string(),
    preparedBy: z.array(z.string()),
    steps: z.array(ReportStep),
    may: z.object({ edit: Permitted, submit: Permitted, return: Permitted, review: Permitted, issue: Permitted, discard: Permitted }),
  }),
})

const Moved = z.object({ reportId: z.string(), state: ReportState, version: z.number().int() })
const version = z.number().int().min(1)

export const submitReport = endpoint({
  name: 'reports.submit',
  method: 'POST',
  path: '/api/reports/:reportId/submit',
  permission: 'reports:fill',
  summary: 'Hand a draft to the reviewer; nothing in it can be changed until it is returned.',
  params: ReportId,
  body: z.strictObject({ version, note: z.string().trim().max(500).optional() }),
  reply: Moved,
})

export const returnReport = endpoint({
  name: 'reports.return',
  method: 'POST',
  path: '/api/reports/:reportId/return',
  permission: 'reports:fill',
  summary: 'Give a submitted or reviewed report back to be changed: the reviewer, the one who issues, or the preparer who takes it back.',
  params: ReportId,
  body: z.strictObject({ version, reason: z.string().trim().min(1).max(500) }),
  reply: Moved,
})

export const reviewReport = endpoint({
  name: 'reports.review',
  method: 'POST',
  path: '/api/reports/:reportId/review',
  permission: 'reports:review',
  summary: 'Say that a submitted report was reviewed; never by one who prepared it.',
  params: ReportId,
  body: z.strictObject({ version, note: z.string().trim().max(500).optional() }),
  reply: Moved,
})

export const issueReport = endpoint({
  name: 'reports.issue',
  method: 'POST',
  path: '/api/reports/:reportId/issue',
  permission: 'reports:issue',
  summary: 'Issue a report: figures, Word file and checkpoint are frozen. One that nobody reviewed needs a reason, which stays with it.',
  params: ReportId,
  body: z.strictObject({
    version,
    annex: z.boolean().default(true),
    withoutReview: z.string().trim().min(1).max(500).optional(),
  }),
  reply: Moved,
})

export const discardReport = endpoint({
  name: 'reports.discard',
  method: 'POST',
  path: '/api/reports/:reportId/discard',
  permission: 'reports:fill',
  summary: 'Give up a report that was not issued; the log keeps what was done to it.',
  params: ReportId,
  body: z.strictObject({ version, reason: z.string().trim().min(1).max(500) }),
  reply: Moved,
})

export const listReports = endpoint({
  name: 'reports.list',
  method: 'GET',
  path: '/api/reports',
  permission: 'reports:read',
  summary: 'The reports of the units one may read, latest change first.',
  query: PageQuery.extend({
    search: z.string().trim().max(100).optional(),
    state: ReportState.optional(),
    period: z.string().max(40).optional(),
    unitId: z.uuid().optional(),
    /** Those of the whole body only. */
    wholeBody: z.stringbool().default(false),
    sort: z.enum(['changed', 'title', 'period']).default('changed'),
    /** Discarded ones too. */
    discarded: z.stringbool().default(false),
  }),
  reply: z.object({
    total: z.number().int(),
    /** Periods and units that the list can be narrowed to. */
    periods: z.array(z.string()),
    units: z.array(z.object({ unitId: z.string().nullable(), unit: z.string() })),
    reports: z.array(
      z.object({
        reportId: z.string(),
        title: z.string(),
        period: z.string(),
        unit: z.string(),
        unitId: z.string().nullable(),
        state: ReportState,
        version: z.number().int(),
        /** When it was issued, or last changed. */
        madeAt: z.string(),
        changedBy: z.string(),
        figures: z.number().int(),
        open: z.number().int(),
      }),
    ),
  }),
})
