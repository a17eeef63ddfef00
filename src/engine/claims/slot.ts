/** One paragraph of a report as the recogniser sees it: `line` is 1-based, empty paragraphs count. */
export interface Paragraph {
  line: number
  text: string
}

export type SlotKind = 'figure' | 'name' | 'date' | 'list'

/** What sort of value a figure is; null for names, dates and lists. */
export type SlotForm = 'count' | 'share' | 'rate' | 'change' | 'rank' | 'score' | 'duration'

/** What a unit would have to keep so that a figure no metric fits could be filled next year. */
export interface Proposal {
  /** The kind of record to keep, an existing id or a Chinese title for a new one. */
  kind: string
  metric: string
  measure: string
  phrase: string
}

/**
 * A place in a report where a figure, a name, a date or a list goes.
 * `column` and `length` are UTF-16 offsets in the paragraph; approximation words
 * (近, 余, 多, 约, 超过, 以上) belong to the slot, the measure word does not.
 */
export interface Slot {
  line: number
  column: number
  length: number
  text: string
  kind: SlotKind
  form: SlotForm | null
  /** Measure word: 次, 篇, 件, %, 分; null where there is none. */
  measure: string | null
  /** Verb and object the slot belongs to, as the report words them: 召开专题会议. */
  phrase: string
  metric: string | null
  /** Facet → vocabulary value id (or the text itself for an open vocabulary). */
  facets: Record<string, string>
  /** Null when a metric is given. */
  proposal: Proposal | null
  /** 0 to 1, that `metric` and `facets` (or the proposal) mean what the report means. */
  certainty: number
  /** True for a standing figure, false for a missing one. */
  filled: boolean
  /** The period the sentence speaks of where it differs from the report's own (上半年, 去年, 每季度), else null. */
  period: string | null
  /** Value of a standing figure as a number (万, 亿 and Chinese numerals resolved), else null. */
  value: number | null
}

/** The part of the packs that the recogniser matches against; plain data, built by the packs module. */
export interface Lexicon {
  metrics: LexiconMetric[]
  vocabularies: Record<string, LexiconValue[]>
}

export interface LexiconMetric {
  id: string
  title: string
  kind: string
  kindTitle: string
  form: 'count' | 'sum' | 'distinct' | 'share' | 'rate' | 'change' | 'latest'
  measures: string[]
  phrases: string[]
  /** Facet field → vocabulary id, for the facets a binding may narrow. */
  facets: Record<string, string>
  /** Facet values fixed by the metric itself; a binding never repeats them. */
  where: Record<string, string[]>
  /** Facets whose values are among the phrases. */
  spoken: string[]
  /** Whether facets narrow the part of a share rather than the whole. */
  narrowsPart: boolean
  /** Of a change: the metric that changes. */
  of?: string | undefined
}

export interface LexiconValue {
  id: string
  title: string
  synonyms: string[]
}
