import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { Facets, FileRef, Proposal, SlotForm, SlotKind } from './shared.ts'

export const SlotView = z.object({
  line: z.number().int(),
  column: z.number().int(),
  length: z.number().int(),
  text: z.string(),
  kind: SlotKind,
  form: SlotForm.nullable(),
  measure: z.string().nullable(),
  phrase: z.string(),
  metric: z.string().nullable(),
  facets: Facets,
  proposal: Proposal.nullable(),
  certainty: z.number(),
  filled: z.boolean(),
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

export const lookAtReport = endpoint({
  name: 'reports.look',
  method: 'POST',
  path: '/api/reports/look',
  permission: 'reports:read',
  summary: 'What a dropped report is: its title, its year, and the unit and period that the next one is probably for.',
  body: z.strictObject({ report: FileRef }),
  reply: z.object({
    title: z.string(),
    paragraphs: z.number().int(),
    ownYear: z.number().int().nullable(),
    /** The period to fill it for; null where the text says no year. */
    period: z.string().nullable(),
    /** The unit whose name the report says; null where it says none that is known. */
    unit: z.object({ unitId: z.string(), name: z.string() }).nullable(),
    figures: z.number().int(),
    bound: z.number().int(),
    proposed: z.number().int(),
    missing: z.number().int(),
  }),
})

export const listForms = endpoint({
  name: 'reports.forms',
  method: 'GET',
  path: '/api/reports/forms',
  permission: 'reports:read',
  summary: 'The report forms of the packs in force.',
  reply: z.object({
    forms: z.array(
      z.object({
        form: z.string(),
        title: z.string(),
        pack: z.string(),
        packTitle: z.string(),
        period: z.enum(['year', 'half-year', 'quarter', 'month']),
        figures: z.number().int(),
      }),
    ),
  }),
})

export const findMetrics = endpoint({
  name: 'reports.metrics',
  method: 'GET',
  path: '/api/reports/metrics',
  permission: 'reports:read',
  summary: 'Metrics that a slot may be bound to, by title or by the words of reports, with the facets to narrow them by.',
  query: z.strictObject({
    search: z.string().max(200).default(''),
    /** Only this one, with all values of its facets. */
    metric: z.string().max(80).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: z.object({
    total: z.number().int(),
    metrics: z.array(
      z.object({
        metric: z.string(),
        title: z.string(),
        pack: z.string(),
        kind: z.string(),
        kindTitle: z.string(),
        form: z.enum(['count', 'sum', 'distinct', 'share', 'rate', 'change', 'latest']),
        measures: z.array(z.string()),
        phrases: z.array(z.string()),
        facets: z.array(
          z.object({
            facet: z.string(),
            title: z.string(),
            /** Whether any words may be given beside the listed ones. */
            open: z.boolean(),
            values: z.array(z.object({ value: z.string(), title: z.string() })),
          }),
        ),
      }),
    ),
  }),
})
