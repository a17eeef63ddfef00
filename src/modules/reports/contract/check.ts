import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { FileRef, PageQuery } from './shared.ts'

export const Verdict = z.enum(['evidenced', 'contradicted', 'unsupported', 'consistent'])

export const ClaimView = z.object({
  line: z.number().int(),
  column: z.number().int(),
  length: z.number().int(),
  text: z.string(),
  verdict: Verdict,
  expected: z.string().nullable(),
  reason: z.string(),
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

const Counts = z.object({
  evidenced: z.number().int(),
  contradicted: z.number().int(),
  unsupported: z.number().int(),
  consistent: z.number().int(),
})

const CheckSummary = z.object({
  checkId: z.string(),
  title: z.string(),
  fileName: z.string(),
  period: z.string(),
  unitId: z.string().nullable(),
  unit: z.string(),
  checkedBy: z.string(),
  checkedAt: z.string(),
  position: z.number().int(),
  counts: Counts,
})

export const keepCheck = endpoint({
  name: 'reports.keep-check',
  method: 'POST',
  path: '/api/reports/checks',
  permission: 'reports:fill',
  summary: 'Check a finished report and keep the reading, so that it can be opened again and shown to others.',
  body: z.strictObject({
    report: FileRef,
    period: z.string().max(40).optional(),
    /** Null or left out: the whole body. */
    unitId: z.uuid().nullable().optional(),
  }),
  reply: CheckSummary,
})

export const listChecks = endpoint({
  name: 'reports.checks',
  method: 'GET',
  path: '/api/reports/checks',
  permission: 'reports:read',
  summary: 'The checks that were kept, newest first.',
  query: PageQuery.extend({ search: z.string().trim().max(100).optional() }),
  reply: z.object({ total: z.number().int(), checks: z.array(CheckSummary) }),
})

export const readCheck = endpoint({
  name: 'reports.read-check',
  method: 'GET',
  path: '/api/reports/checks/:checkId',
  permission: 'reports:read',
  noted: 'read',
  summary: 'A kept check: the text of the report with its verdicts by place.',
  params: z.strictObject({ checkId: z.uuid() }),
  reply: CheckSummary.extend({
    paragraphs: z.array(z.object({ line: z.number().int(), text: z.string() })),
    claims: z.array(ClaimView),
  }),
})
