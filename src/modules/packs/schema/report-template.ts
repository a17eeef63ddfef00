import { z } from 'zod'
import { Id, Source } from './common.ts'

const Facets = z.record(Id, z.string().min(1)).default({})

/** A figure of a metric; `measure` is the word that stands behind it in the text, `period` the words for another period. */
const FigureMark = z.strictObject({
  metric: Id,
  facets: Facets,
  measure: z.string().min(1).optional(),
  period: z.string().optional(),
})

/** Titles of the records that a metric counts: 《…》《…》. */
const ListMark = z.strictObject({ list: Id, facets: Facets })

/** What only people fill: the name of the unit, a person; shown as `name` until then. */
const NameMark = z.strictObject({ name: z.string().min(1) })

/** A year of the report (`20xx年`) or a day; `20xx` moves with the period. */
const DateMark = z.strictObject({ date: z.string().min(1) })

export const Mark = z.union([FigureMark, ListMark, NameMark, DateMark])

/** `reports/<id>/template.yaml`: what the marks `{{…}}` in `body.md` beside it stand for. */
export const ReportTemplate = z.strictObject({
  title: z.string().min(1),
  source: Source,
  period: z.enum(['year', 'half-year', 'quarter', 'month']),
  marks: z.record(Id, Mark),
})

export type Mark = z.infer<typeof Mark>
export type ReportTemplate = z.infer<typeof ReportTemplate>
