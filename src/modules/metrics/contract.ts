import { z } from 'zod'
import { endpoint } from '../../platform/contract/endpoint.ts'
import { Source } from '../packs/schema/common.ts'

const MetricId = z.strictObject({ metric: z.string().max(80) })
const Year = z.coerce.number().int().min(1990).max(2198)

/** Facet → value, as JSON within an address. */
const WrittenFacets = z
  .string()
  .max(4_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: '应为 JSON' })
      return z.NEVER
    }
  })
  .pipe(z.record(z.string().max(80), z.string().min(1).max(200)).refine((facets) => Object.keys(facets).length <= 10, '最多 10 个限定'))
  .optional()

const Format = z.enum(['xlsx', 'csv']).default('xlsx')

export const Numbers = z.object({
  /** Null where nothing can be computed: an empty denominator, no record of the kind. */
  value: z.number().nullable(),
  /** Of a share or rate: part and whole; of a change: this and the earlier value; else null. */
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  excluded: z.number().int(),
  records: z.number().int(),
})

export type Numbers = z.output<typeof Numbers>

/** A month of the year and the same of the year before; `now` is null for months to come. */
export const Month = z.object({ month: z.number().int(), now: Numbers.nullable(), before: Numbers.nullable() })

export type Month = z.output<typeof Month>

export const MetricView = z.object({
  metric: z.string(),
  title: z.string(),
  en: z.string().nullable(),
  pack: z.string(),
  packTitle: z.string(),
  kind: z.string(),
  kindTitle: z.string(),
  form: z.enum(['count', 'sum', 'distinct', 'share', 'rate', 'change', 'latest']),
  measure: z.string(),
  phrases: z.array(z.string()),
})

export type MetricView = z.output<typeof MetricView>

/** Whose year it is, and the days that are compared: up to today in the present year. */
const OfYear = {
  /** Null is the whole body. */
  unit: z.object({ unitId: z.string(), name: z.string() }).nullable(),
  year: z.number().int(),
  /** As requests write periods: 2025, or 2026-01-01..2026-11-25. */
  period: z.string(),
  before: z.string(),
  position: z.number().int(),
}

export const FigureRow = MetricView.extend({
  now: Numbers,
  /** The same days of the year before; null for a change, which compares them itself. */
  last: Numbers.nullable(),
  months: z.array(Month),
})

export type FigureRow = z.output<typeof FigureRow>

export const listFigures = endpoint({
  name: 'figures.list',
  method: 'GET',
  path: '/api/figures',
  permission: 'metrics:read',
  summary: 'Every metric of a unit for a year and the year before, by month and so far.',
  query: z.strictObject({ unit: z.uuid().optional(), year: Year }),
  reply: z.object({ ...OfYear, figures: z.array(FigureRow) }),
})

export type FiguresOfYear = z.output<typeof listFigures.reply>

const Explained = Numbers.extend({ how: z.string(), gap: z.string().nullable() })

export const FacetView = z.object({
  facet: z.string(),
  title: z.string(),
  /** The values that stand in the records of both years, the most frequent first, then the others of the vocabulary. */
  values: z.array(z.object({ value: z.string(), title: z.string(), records: z.number().int() })),
})

export type FacetView = z.output<typeof FacetView>

export const readFigure = endpoint({
  name: 'figures.read',
  method: 'GET',
  path: '/api/figures/:metric',
  permission: 'metrics:read',
  summary: 'One metric of a unit for a year: how it was computed, by month, and what it can be narrowed by.',
  params: MetricId,
  query: z.strictObject({ unit: z.uuid().optional(), year: Year, facets: WrittenFacets }),
  reply: MetricView.extend({
    ...OfYear,
    packVersion: z.string(),
    source: Source,
    now: Explained,
    last: Explained.nullable(),
    months: z.array(Month),
    facets: z.array(FacetView),
  }),
})

export type FigureOfYear = z.output<typeof readFigure.reply>

export const BehindRecord = z.object({
  recordId: z.string(),
  /** Both are empty where the record stands in a unit whose records one may not read. */
  title: z.string(),
  fields: z.array(z.object({ title: z.string(), value: z.string() })),
  occurredOn: z.string(),
  unit: z.string(),
  readable: z.boolean(),
})

export type BehindRecord = z.output<typeof BehindRecord>

const Which = z.enum(['counted', 'numerator', 'excluded', 'before']).default('counted')
const Behind = { unit: z.uuid().optional(), period: z.string().max(30), facets: WrittenFacets, which: Which }

export const listRecordsBehind = endpoint({
  name: 'figures.records',
  method: 'GET',
  path: '/api/figures/:metric/records',
  permission: 'metrics:read',
  noted: 'read',
  summary: 'The records that a figure stands on, one page.',
  params: MetricId,
  query: z.strictObject({
    ...Behind,
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: z.object({ total: z.number().int(), records: z.array(BehindRecord) }),
})

export const exportFigures = endpoint({
  name: 'figures.export',
  method: 'GET',
  path: '/api/figures/export',
  permission: 'metrics:read',
  noted: 'export',
  summary: 'The metrics of a unit for a year by month, as an Excel workbook or CSV.',
  query: z.strictObject({ unit: z.uuid().optional(), year: Year, format: Format, all: z.enum(['yes', 'no']).default('no') }),
  reply: 'bytes',
})

export const exportRecordsBehind = endpoint({
  name: 'figures.export-records',
  method: 'GET',
  path: '/api/figures/:metric/records/export',
  permission: 'metrics:read',
  noted: 'export',
  summary: 'The records that a figure stands on, as an Excel workbook or CSV.',
  params: MetricId,
  query: z.strictObject({ ...Behind, format: Format }),
  reply: 'bytes',
})

export const figureEndpoints = [listFigures, readFigure, listRecordsBehind, exportFigures, exportRecordsBehind]
