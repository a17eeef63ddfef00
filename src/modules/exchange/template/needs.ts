import type { Slot } from '../../../engine/claims/slot.ts'
import type { Catalogue } from '../../packs/schema/pack.ts'

/** A place of the report that a sheet feeds. */
export interface Use {
  line: number
  words: string
}

/** What a report needs of one kind: the fields its figures count by, and the values they speak of. */
export interface KindNeed {
  kind: string
  uses: Use[]
  fields: Set<string>
  values: Map<string, Set<string>>
}

/** A figure for which no kind is kept yet. */
export interface Unkept {
  metric: string
  measure: string
  use: Use
}

export interface Needs {
  kinds: KindNeed[]
  unkept: Unkept[]
}

/** The kind that takes figures which nothing else keeps: received ranks, scores, totals. */
export const catchAll = 'received-statistic'

/** The kinds a report counts, in the order in which it first speaks of them. */
export function needsOf(slots: Slot[], catalogue: Catalogue): Needs {
  const kinds = new Map<string, KindNeed>()
  const unkept: Unkept[] = []
  for (const slot of slots) {
    const use = { line: slot.line, words: wordsOf(slot) }
    const metric = slot.metric === null ? undefined : catalogue.metrics.get(slot.metric)
    if (metric !== undefined) {
      const need = needOf(kinds, metric.kind)
      need.uses.push(use)
      addMetric(need, slot.metric ?? '', slot.facets, catalogue)
    } else if (slot.proposal !== null) {
      const kind = kindNamed(slot.proposal.kind, catalogue)
      if (kind !== null) needOf(kinds, kind).uses.push(use)
      else unkept.push({ metric: slot.proposal.metric, measure: slot.proposal.measure, use })
    }
  }
  if (unkept.length > 0 && catalogue.kinds.has(catchAll)) needOf(kinds, catchAll)
  return { kinds: [...kinds.values()].filter(({ kind }) => catalogue.kinds.has(kind)), unkept }
}

function addMetric(need: KindNeed, id: string, facets: Record<string, string>, catalogue: Catalogue): void {
  const seen = new Set<string>()
  for (let next: string | undefined = id; next !== undefined && !seen.has(next); ) {
    seen.add(next)
    const metric = catalogue.metrics.get(next)
    if (metric === undefined) break
    const conditions = [metric.where, metric.excluding, metric.part ?? {}]
    for (const field of [metric.field, metric.over, ...conditions.flatMap(Object.keys)]) if (field !== undefined) need.fields.add(field)
    for (const [field, values] of conditions.slice(0, 1).flatMap(Object.entries)) for (const value of values) addValue(need, field, value)
    next = metric.of
  }
  for (const [field, value] of Object.entries(facets)) {
    need.fields.add(field)
    addValue(need, field, value)
  }
}

function addValue(need: KindNeed, field: string, value: string): void {
  const values = need.values.get(field) ?? new Set()
  need.values.set(field, values.add(value))
}

function needOf(kinds: Map<string, KindNeed>, kind: string): KindNeed {
  const need = kinds.get(kind) ?? { kind, uses: [], fields: new Set(), values: new Map() }
  kinds.set(kind, need)
  return need
}

const kindNamed = (name: string, catalogue: Catalogue): string | null =>
  catalogue.kinds.has(name) ? name : ([...catalogue.kinds].find(([, kind]) => kind.title === name)?.[0] ?? null)

const shownCharacters = 36

function wordsOf({ phrase, text, measure }: Slot): string {
  const told = measure === null || text.includes(measure) || (measure === '%' && text.includes('百分之'))
  const words = `${phrase}${text}${told ? '' : measure}`.replace(/\s+/g, '')
  return words.length > shownCharacters ? `${words.slice(0, shownCharacters - 1)}…` : words
}

/** 第 6 段“发布新闻报道38篇”. */
export const useText = ({ line, words }: Use): string => `第 ${line} 段“${words}”`
