import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'

export const readStanding = endpoint({
  name: 'reports.record-standing',
  method: 'GET',
  path: '/api/records/:recordId/standing',
  permission: 'records:read',
  noted: 'read',
  summary: 'Which metrics of its unit and year count a record, and which figures of issued reports stand on it.',
  params: z.strictObject({ recordId: z.uuid() }),
  reply: z.object({
    year: z.string(),
    unit: z.string(),
    unitId: z.string(),
    metrics: z.array(
      z.object({
        metric: z.string(),
        title: z.string(),
        /** Left out by the metric's exclusions, and shown apart there. */
        isExcluded: z.boolean(),
        value: z.number().nullable(),
        measure: z.string(),
        numerator: z.number().nullable(),
        denominator: z.number().nullable(),
      }),
    ),
    /** Of the newest issued reports that the reader may see. */
    reports: z.array(
      z.object({
        reportId: z.string(),
        title: z.string(),
        figures: z.array(z.object({ number: z.number().int(), text: z.string(), measure: z.string().nullable(), metricTitle: z.string(), sentence: z.string() })),
      }),
    ),
  }),
})

export type Standing = z.output<typeof readStanding.reply>

export const standingEndpoints = [readStanding]
