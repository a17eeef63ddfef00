/** What is asked: a metric, narrowed by facet values, for a unit with all below it and a period. */
export interface FigureRequest {
  metric: string
  /** Facet field → value id, or the word itself where the vocabulary is open. */
  facets: Record<string, string>
  /** Null: the whole tenant. */
  unitId: string | null
  /** As `parsePeriod` reads it: 2026, 2026H1, 2026Q3, 2026-05, 2026-03-01..2026-05-31. */
  period: string
}

/** A metric's value as known at a log position, with what it stands on. */
export interface Figure extends FigureRequest {
  /** The pack that defines the metric, with its version: common@1.0.0. */
  pack: string
  position: number
  /** In the metric's first measure, rounded half up at its digits; null when nothing can be computed, see `gap`. */
  value: number | null
  /** Of a share or rate: the part; of a change: this period's value; else null. */
  numerator: number | null
  /** Of a share or rate: the whole; of a change: the value a year earlier; else null. */
  denominator: number | null
  /** Records left out by the metric's exclusions. */
  excluded: number
  /** Records the number stands on; the denominator's for a share or rate, this period's for a change. */
  records: number
  /** How it was computed, as a Chinese sentence. */
  how: string
  /** Why there is no value, in Chinese. */
  gap: string | null
}
