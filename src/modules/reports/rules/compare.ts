import type { Slot } from '../../../engine/claims/slot.ts'
import { plain, scale } from './wording.ts'

export interface Comparison {
  verdict: 'evidenced' | 'contradicted' | 'unsupported'
  expected: string | null
  reason: string
}

interface Known {
  value: number | null
  measure: string
  digits: number
  how: string
  gap: string | null
}

/**
 * Holds a standing figure against what the records say. An approximation is evidenced when the exact
 * number lies where the words put it: 近 and 约 within a tenth, 余 and 多 up to one step of the last
 * written digit above, 超过 and 以上 at or above.
 */
export function compareFigure(slot: Slot, known: Known): Comparison {
  if (known.value === null || slot.value === null) {
    return { verdict: 'unsupported', expected: null, reason: known.gap ?? '这个数字没有读懂，请人工核对' }
  }
  const stated = slot.value
  const found = comparable(slot, known)
  const expected = `${plain(found, Math.max(known.digits, 2))}${slot.measure ?? ''}`
  if (agrees(slot.text, stated, found)) return { verdict: 'evidenced', expected, reason: known.how }
  return { verdict: 'contradicted', expected, reason: `报告写“${slot.text}${slot.measure ?? ''}”，台账为${expected}。${known.how}` }
}

function comparable(slot: Slot, known: Known): number {
  const scaled = scale(known.value ?? 0, known.measure, slot.measure ?? known.measure)
  return slot.form === 'change' ? Math.abs(scaled) : scaled
}

function agrees(text: string, stated: number, found: number): boolean {
  if (/近|约|左右|上下/.test(text)) return Math.abs(found - stated) <= stated * 0.1
  if (/余|多(?!达)/.test(text)) return found >= stated && found < stated + lastStep(text, stated)
  if (/超|逾|以上|不少于|至少|不低于/.test(text)) return found >= stated
  if (/不到|不足|以下|以内|不超过/.test(text)) return found <= stated
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  const step = /万/.test(text) ? 10_000 / 10 ** decimals : /亿/.test(text) ? 1e8 / 10 ** decimals : 1 / 10 ** decimals
  return Math.abs(found - stated) <= (step === 1 ? 0 : step / 2 + 1e-9)
}

/** One step of the last digit that is not a trailing zero: 350余 may mean up to 360, 300余 up to 400. */
function lastStep(text: string, stated: number): number {
  if (/万/.test(text)) return 10_000
  let step = 1
  while (stated >= step * 10 && stated % (step * 10) === 0) step *= 10
  return step
}
