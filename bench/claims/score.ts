import type { Slot } from '../../src/engine/claims/slot.ts'

/** A labelled slot: what `Slot` says of meaning, as a careful clerk means it. */
export type Truth = Pick<
  Slot,
  'line' | 'column' | 'length' | 'text' | 'kind' | 'form' | 'measure' | 'metric' | 'facets' | 'proposal' | 'filled'
> & { also?: Reading[] }

/** Another meaning that is equally right: it comes to the same number. */
export type Reading = Pick<Slot, 'metric' | 'facets'> | Pick<Slot, 'proposal'>

export interface Score {
  missing: number
  missingFound: number
  reportedMissing: number
  falseMissing: number
  slots: number
  found: number
  kindRight: number
  figures: number
  formRight: number
  /** Truth slots whose metric a shipped pack has. */
  bindable: number
  metricRight: number
  facetsRight: number
  /** Truth slots with a metric or a proposal. */
  meant: number
  meantRight: number
}

export const emptyScore = (): Score => ({
  missing: 0, missingFound: 0, reportedMissing: 0, falseMissing: 0, slots: 0, found: 0, kindRight: 0, figures: 0, formRight: 0,
  bindable: 0, metricRight: 0, facetsRight: 0, meant: 0, meantRight: 0,
})

/** Two slots are the same place when they overlap. */
export function scoreReport(found: Slot[], truth: Truth[]): { score: Score; misses: string[] } {
  const score = emptyScore()
  const misses: string[] = []
  for (const slot of found.filter((one) => one.kind === 'figure' && !one.filled)) {
    score.reportedMissing += 1
    if (truth.some((label) => same(slot, label) && !label.filled)) continue
    score.falseMissing += 1
    misses.push(`false ${place(slot)} “${slot.text}” ${slot.phrase}`)
  }
  for (const label of truth) scoreLabel(label, found, score, misses)
  return { score, misses }
}

function scoreLabel(label: Truth, found: Slot[], score: Score, misses: string[]): void {
  const hits = found.filter((slot) => same(slot, label))
  const hit = hits.find((slot) => slot.kind === label.kind) ?? hits[0]
  score.slots += 1
  if (hit !== undefined) score.found += 1
  if (hit?.kind === label.kind) score.kindRight += 1
  else misses.push(`${hit === undefined ? 'unseen' : `kind ${hit.kind}`} ${place(label)} ${label.kind} “${label.text}”${label.measure ?? ''}`)
  if (label.kind === 'figure') {
    score.figures += 1
    if (hit?.form === label.form) score.formRight += 1
    else if (hit !== undefined) misses.push(`form ${hit.form} for ${label.form} ${place(label)} “${label.text}”${label.measure ?? ''} ${hit.phrase}`)
    if (!label.filled) {
      score.missing += 1
      if (hit?.kind === 'figure') score.missingFound += 1
    }
  }
  scoreMeaning(label, hit, score, misses)
}

function scoreMeaning(label: Truth, hit: Slot | undefined, score: Score, misses: string[]): void {
  if (label.metric === null && label.proposal === null) return
  score.meant += 1
  const bindings = [label, ...(label.also ?? [])].flatMap((one) => ('metric' in one && one.metric !== null ? [one] : []))
  const near = bindings.filter((one) => one.metric === hit?.metric)
  const facetsRight = near.some((one) => sameFacets(one.facets, hit?.facets ?? {}))
  if (bindings.length > 0) {
    score.bindable += 1
    if (near.length > 0) score.metricRight += 1
    if (facetsRight) score.facetsRight += 1
  }
  if (facetsRight || (hit !== undefined && rightlyProposed(label, hit))) {
    score.meantRight += 1
    return
  }
  const told = hit === undefined ? 'nothing' : `${hit.metric ?? `proposal ${hit.proposal?.kind}/${hit.proposal?.metric}`} ${JSON.stringify(hit.facets)}`
  const meant = label.metric === null ? `proposal ${label.proposal?.kind}/${label.proposal?.metric}` : `${label.metric} ${JSON.stringify(label.facets)}`
  misses.push(`meaning ${place(label)} “${label.text}”${label.measure ?? ''} ${hit?.phrase ?? ''}: ${told}; meant ${meant}`)
}

/** Kinds that hold any quantity under the report's own words: binding them and proposing them come to the same. */
const openKinds = new Set(['business-level', 'business-volume', 'received-statistic'])
const openMetrics = /^(?:business-(?:level|volume)|received-)/

function rightlyProposed(label: Truth, hit: Slot): boolean {
  const proposals = [label, ...(label.also ?? [])].flatMap((one) => ('proposal' in one && one.proposal !== null ? [one.proposal] : []))
  if (hit.proposal !== null) {
    const told = `${hit.proposal.metric}${hit.proposal.phrase}`
    return label.measure === hit.measure && proposals.some((one) => shareWord(`${one.metric}${one.phrase}`, told))
  }
  // Where the label itself has a metric, a binding is right only by metric and facets.
  return hit.metric !== null && openKinds.has(label.proposal?.kind ?? '') && openMetrics.test(hit.metric)
}

/** Whether two wordings share two characters in a row, measure words and endings aside. */
function shareWord(one: string, other: string): boolean {
  for (let at = 0; at + 2 <= one.length; at += 1) {
    const pair = one.slice(at, at + 2)
    if (/^[\u4e00-\u9fff]{2}$/.test(pair) && other.includes(pair)) return true
  }
  return false
}

function sameFacets(one: Record<string, string>, other: Record<string, string>): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => one[key] === other[key])
}

const same = (a: Pick<Slot, 'line' | 'column' | 'length'>, b: Pick<Slot, 'line' | 'column' | 'length'>) =>
  a.line === b.line && a.column < b.column + b.length && b.column < a.column + a.length

const place = (slot: Pick<Slot, 'line' | 'column'>) => `${slot.line}:${slot.column}`
