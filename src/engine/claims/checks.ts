import { readable } from './reading.ts'
import type { Paragraph, Slot } from './slot.ts'

/** A statement of a report held against the report itself. */
export interface InnerClaim {
  line: number
  column: number
  length: number
  text: string
  verdict: 'consistent' | 'contradicted'
  expected: string | null
  reason: string
}

interface Sentence {
  line: number
  text: string
  start: number
  figures: (Slot & { value: number })[]
}

/**
 * Checks what a report says about itself: parts against totals, shares that make up a whole, a rate against the two
 * counts before it, a change against both values, and the same figure stated twice. Says nothing where the text
 * leaves open what belongs together.
 */
export function checkArithmetic(paragraphs: Paragraph[], slots: Slot[]): InnerClaim[] {
  const standing = slots.filter((slot): slot is Slot & { value: number } => slot.kind === 'figure' && slot.filled && slot.value !== null)
  const claims: InnerClaim[] = []
  for (const sentence of sentencesWith(paragraphs, standing)) {
    claims.push(...checkTotals(sentence), ...checkShares(sentence), ...checkRates(sentence), ...checkChanges(sentence))
  }
  return [...claims, ...checkRepeats(standing)].sort((a, b) => a.line - b.line || a.column - b.column)
}

function sentencesWith(paragraphs: Paragraph[], standing: (Slot & { value: number })[]): Sentence[] {
  const byLine = new Map<number, (Slot & { value: number })[]>()
  for (const slot of standing) byLine.set(slot.line, [...(byLine.get(slot.line) ?? []), slot])
  return paragraphs.flatMap(({ line, text }) => {
    const own = byLine.get(line) ?? []
    if (own.length < 2) return []
    const read = readable(text)
    return [...read.matchAll(/[^。；！？\n]+/g)].map((match) => ({
      line,
      text: match[0],
      start: match.index,
      figures: own.filter((slot) => slot.column >= match.index && slot.column < match.index + match[0].length),
    }))
  })
}

/** 共x件，其中甲a件、乙b件: parts may not exceed their total; 分别为 and 包括 name all of them. */
function checkTotals({ text, start, figures }: Sentence): InnerClaim[] {
  const at = /其中|包括|分别(?:为|是)/.exec(text)
  if (at === null) return []
  const total = figures.filter((slot) => slot.column < start + at.index && slot.form === 'count').at(-1)
  const parts = figures.filter((slot) => slot.column > start + at.index && slot.form === 'count' && slot.measure === total?.measure)
  if (total === undefined || parts.length < 2 || isApproximate(total) || parts.some(isApproximate)) return []
  const sum = parts.reduce((so, part) => so + part.value, 0)
  const all = parts.map((part) => shown(part.value)).join('＋')
  if (sum > total.value) return [claim(total, 'contradicted', shown(sum), `各部分之和${all}＝${shown(sum)}，大于总数${shown(total.value)}`)]
  if (sum === total.value) return [claim(total, 'consistent', shown(sum), `各部分之和${all}与总数一致`)]
  return at[0] === '其中' ? [] : [claim(total, 'contradicted', shown(sum), `各部分之和${all}＝${shown(sum)}，与总数${shown(total.value)}不符`)]
}

/** Three or more shares of one sentence that come near 100 % are meant to be the whole. */
function checkShares({ figures }: Sentence): InnerClaim[] {
  const shares = figures.filter((slot) => slot.form === 'share' && slot.measure === '%')
  const sum = shares.reduce((so, share) => so + share.value, 0)
  const last = shares.at(-1)
  if (shares.length < 3 || last === undefined || sum < 95 || sum > 105) return []
  const off = Math.abs(sum - 100) > 0.05 * shares.length + 1e-9
  return [claim(last, off ? 'contradicted' : 'consistent', '100%', `各占比之和为${shown(sum)}%`)]
}

const stems = /办结|整改|完成|采纳|采用|答复|回复|受理|化解|满意|合格|达标|回收|参评|解决|销号|兑现|覆盖|落实|修复|结案/

/** A rate after its two counts: 收到x件，办结y件，办结率z%. */
function checkRates({ text, start, figures }: Sentence): InnerClaim[] {
  return figures.flatMap((rate, at) => {
    if (rate.form !== 'rate' || rate.measure !== '%') return []
    const [whole, part] = figures.slice(Math.max(0, at - 2), at)
    if (whole === undefined || part === undefined || whole.measure !== part.measure || whole.form !== 'count' || part.form !== 'count') return []
    const named = stems.exec(text.slice(0, rate.column - start).slice(-12))?.[0]
    const between = text.slice(whole.column - start + whole.length, part.column - start)
    if (named === undefined || !between.includes(named) || part.value > whole.value || whole.value === 0 || isApproximate(whole) || isApproximate(part)) return []
    return [compare(rate, (part.value / whole.value) * 100, `${shown(part.value)}÷${shown(whole.value)}`)]
  })
}

/** A change beside both values: x件，比上年的y件增长z%. */
function checkChanges({ text, start, figures }: Sentence): InnerClaim[] {
  return figures.flatMap((change, at) => {
    if (change.form !== 'change' || change.measure !== '%') return []
    const [now, before] = figures.slice(Math.max(0, at - 2), at)
    if (now === undefined || before === undefined || now.measure !== before.measure || before.value === 0) return []
    const between = text.slice(now.column - start, before.column - start)
    if (!/(?:上年|去年|同期)[^，。]{0,6}$/.test(between) || isApproximate(now) || isApproximate(before)) return []
    const words = text.slice(before.column - start, change.column - start)
    const sign = /下降|减少|降低|回落|下滑/.test(words) ? -1 : 1
    const real = ((now.value - before.value) / before.value) * 100
    const own = compare(change, Math.abs(real), `（${shown(now.value)}－${shown(before.value)}）÷${shown(before.value)}`)
    return [real * sign < 0 ? { ...own, verdict: 'contradicted' as const, reason: `${own.reason}，方向相反` } : own]
  })
}

function compare(slot: Slot & { value: number }, real: number, how: string): InnerClaim {
  const decimals = /\.(\d+)/.exec(slot.text)?.[1]?.length ?? 0
  const agrees = Math.abs(real - slot.value) <= 0.5 / 10 ** decimals + 1e-9
  const expected = `${shown(Math.round(real * 10 ** Math.max(decimals, 1)) / 10 ** Math.max(decimals, 1))}%`
  return claim(slot, agrees ? 'consistent' : 'contradicted', expected, `${how}＝${expected}`)
}

/** The same metric, facets and words with two values. */
function checkRepeats(standing: (Slot & { value: number })[]): InnerClaim[] {
  const first = new Map<string, Slot & { value: number }>()
  const claims: InnerClaim[] = []
  for (const slot of standing) {
    if (slot.metric === null || slot.form === 'change' || slot.phrase.length < 4) continue
    const key = JSON.stringify([slot.metric, slot.facets, slot.form, slot.measure, slot.period, slot.phrase.slice(-4)])
    const known = first.get(key)
    if (known === undefined) first.set(key, slot)
    else if (known.value !== slot.value) {
      claims.push(claim(slot, 'contradicted', `${known.text}${known.measure ?? ''}`, `第${known.line}段写“${known.text}${known.measure ?? ''}”，此处写“${slot.text}${slot.measure ?? ''}”`))
    } else claims.push(claim(slot, 'consistent', `${known.text}${known.measure ?? ''}`, `与第${known.line}段一致`))
  }
  return claims
}

function claim({ line, column, length, text }: Slot, verdict: InnerClaim['verdict'], expected: string, reason: string): InnerClaim {
  return { line, column, length, text, verdict, expected, reason }
}

const isApproximate = (slot: Slot): boolean => /余|多|近|约|超|逾|以上|左右|上百/.test(slot.text)

const shown = (value: number): string => String(Math.round(value * 1e6) / 1e6)
