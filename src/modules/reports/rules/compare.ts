import { figureValue } from '../../../engine/claims/numerals.ts'
import type { Slot } from '../../../engine/claims/slot.ts'
import { directionBefore, oppositeOf, type Direction } from './direction.ts'
import { plain, scale } from './scale.ts'

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
 * Holds a standing figure of a paragraph against what the records say. An approximation is evidenced when the
 * exact number lies where the words put it: 近 and 约 within a tenth, 余 and 多 up to one step of the last written
 * digit above, 超过 and 以上 at or above, a range between its ends; a change also has to go the way its words say.
 */
export function compareFigure(slot: Slot, paragraph: string, known: Known): Comparison {
  if (known.value === null || slot.value === null) {
    return { verdict: 'unsupported', expected: null, reason: known.gap ?? '这个数字没有读懂，请人工核对' }
  }
  const found = scale(known.value, known.measure, slot.measure ?? known.measure)
  const direction = slot.form === 'change' ? directionBefore(paragraph, slot.column) : null
  const signed = slot.form === 'change' ? along(direction, found) : found
  const amount = (value: number) => `${plain(value, Math.max(known.digits, 2))}${slot.measure ?? ''}`
  const expected = direction === null ? amount(found) : `${signed < 0 ? oppositeOf(direction) : direction.word}${amount(Math.abs(found))}`
  if (agrees(slot.text, slot.value, signed)) return { verdict: 'evidenced', expected, reason: known.how }
  const stated = `${direction?.word ?? ''}${slot.text}${slot.measure ?? ''}`
  return { verdict: 'contradicted', expected, reason: `报告写“${stated}”，台账为${expected}。${known.how}` }
}

/** A change in the way its words say; one without words is compared by its size. */
function along(direction: Direction | null, change: number): number {
  if (direction === null) return Math.abs(change)
  return direction.rises ? change : -change
}

function agrees(text: string, stated: number, found: number): boolean {
  const least = lowerEnd(text)
  if (least !== null && least < stated) return found >= least && found <= stated
  if (/不到|不足|以下|以内|不超过|不多于/.test(text)) return found <= stated
  if (/近|约|左右|上下/.test(text)) return Math.abs(found - stated) <= stated * 0.1
  if (/[余来]|多(?!达)/.test(text)) return found >= stated && found < stated + lastStep(text, stated)
  if (/超|逾|突破|以上|不少于|至少|不低于/.test(text)) return found >= stated
  return Math.abs(found - stated) <= writtenStep(text) / 2 + 1e-9
}

/** The lower end of a range (3—5, 1.2—1.5万), null where there is none. */
function lowerEnd(text: string): number | null {
  const [, low = '', high = ''] = /^(\d[\d.,]*[%万亿]?)\s*[—–~～至到-]+\s*(\d.*)$/.exec(text) ?? []
  if (low === '') return null
  return figureValue(/[%万亿]$/.test(low) ? low : `${low}${/[万亿]/.exec(high)?.[0] ?? ''}`)
}

/** One step of the last digit written: 0.1 for 98.5, 1000 for 1.3万, 1 for 三万五千. */
function writtenStep(text: string): number {
  const decimals = /[.点]([\d一二三四五六七八九零]+)/.exec(text)?.[1]?.length ?? 0
  const fold = text.endsWith('万') ? 10_000 : text.endsWith('亿') ? 1e8 : /[成半]/.test(text) ? 10 : 1
  return fold / 10 ** decimals
}

/** One step of the last digit that is not a trailing zero: 350余 may mean up to 360, 300余 up to 400. */
function lastStep(text: string, stated: number): number {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  if (/万[余多来]/.test(text) || decimals > 0) return (/万/.test(text) ? 10_000 : 1) / 10 ** decimals
  let step = 1
  while (stated >= step * 10 && stated % (step * 10) === 0) step *= 10
  return step
}
