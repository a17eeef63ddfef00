import type { Slot } from '../../../engine/claims/slot.ts'
import { directionBefore, oppositeOf, type Direction } from './direction.ts'
import { chineseNumeral } from './numeral.ts'
import { foldOf, plain, scale } from './scale.ts'

/** A replacement in a paragraph: UTF-16 offsets of the text that stands there now. */
export interface Edit {
  column: number
  length: number
  text: string
}

export interface Wording {
  /** What the figure reads as in the sentence, for lists and the annex. */
  text: string
  /** The slot's own edit first; a direction word or a measure may change with it. */
  edits: [Edit, ...Edit[]]
}

interface Measured {
  value: number
  /** The measure in which the metric counts: 元. */
  measure: string
  digits: number
}

/**
 * Words a figure as its sentence wants it: Chinese numerals where they stood, 万 where it stood, the exact
 * number in place of number and approximation word unless `round` keeps the approximation.
 */
export function wordFigure(slot: Slot, paragraph: string, figure: Measured, options: { round: boolean }): Wording {
  if (slot.form === 'change') return wordChange(slot, paragraph, figure, options)
  const text = wordNumber(slot, figure, options)
  return { text, edits: [{ column: slot.column, length: slot.length, text }] }
}

/** A change is worded by its direction: 上升 and 下降 trade places with the sign, and no change is 持平. */
function wordChange(slot: Slot, paragraph: string, figure: Measured, options: { round: boolean }): Wording {
  const amount = wordNumber(slot, { ...figure, value: Math.abs(figure.value) }, options)
  const own: Edit = { column: slot.column, length: slot.length, text: amount }
  const before = directionBefore(paragraph, slot.column)
  const unchanged = Number(plain(figure.value, figure.digits)) === 0
  if (before === null) {
    const text = `${figure.value < 0 && !unchanged ? '-' : ''}${amount}`
    return { text, edits: [{ ...own, text }] }
  }
  if (unchanged && !before.names) return wordUnchanged(slot, paragraph, before)
  const spoken = figure.value > 0 === before.rises || unchanged ? before.word : oppositeOf(before)
  return {
    text: before.names ? amount : `${spoken}${amount}`,
    edits: [own, { column: before.column, length: before.length, text: spoken }],
  }
}

function wordUnchanged(slot: Slot, paragraph: string, before: Direction): Wording {
  const direction: Edit = { column: before.column, length: slot.column - before.column, text: '持平' }
  const measure: Edit = { column: slot.column + slot.length, length: measureLength(slot, paragraph), text: '' }
  return {
    text: '持平',
    edits: [{ column: slot.column, length: slot.length, text: '' }, direction, ...(measure.length === 0 ? [] : [measure])],
  }
}

function measureLength(slot: Slot, paragraph: string): number {
  const after = paragraph.slice(slot.column + slot.length)
  const gap = /^\s{0,2}/.exec(after)?.[0].length ?? 0
  const measure = [slot.measure, slot.measure === '%' ? '％' : null].find((one) => one !== null && after.startsWith(one, gap))
  return measure === undefined || measure === null ? 0 : gap + measure.length
}

function wordNumber(slot: Slot, figure: Measured, options: { round: boolean }): string {
  const parts = wordPart(slot, figure)
  if (parts !== null) return parts
  const scaled = scale(figure.value, figure.measure, slot.measure ?? figure.measure)
  const chinese = writtenInChinese(slot.text)
  if (options.round && isApproximate(slot.text)) return approximate(slot, scaled, chinese)
  if (chinese && Number.isInteger(scaled) && scaled >= 0 && scaled <= 99_999_999) {
    return chineseNumeral(scaled, { counting: slot.measure !== null && slot.form !== 'rank' })
  }
  return folded(scaled, chinese ? null : foldIn(slot.text), digitsOf(scaled, slot, figure))
}

/** 百分之八十, 三分之二, 八成, 一半: a share in words, whose measure is part of the words. */
function wordPart(slot: Slot, figure: Measured): string | null {
  if (/百分之/.test(slot.text)) return `百分之${chineseNumeral(Number(plain(figure.value, figure.digits)))}`
  const spelled = slot.measure === '成' || (slot.measure === '%' && /[成半]/.test(slot.text)) || /分之/.test(slot.text)
  if (!spelled) return null
  return slot.measure === '成' && !/成/.test(slot.text) ? plain(figure.value / 10, 1) : `${plain(figure.value, figure.digits)}%`
}

/** A sum told in 万元 keeps its hundreds of 元, and a small one all of them. */
function digitsOf(scaled: number, slot: Slot, figure: Measured): number {
  if (foldOf(slot.measure ?? figure.measure) === foldOf(figure.measure)) return figure.digits
  return Math.max(figure.digits, Math.abs(scaled) < 1 ? 4 : 2)
}

/** 万 or 亿 stays where the number is large enough for it; a smaller number is written out, so that nothing is lost. */
function folded(value: number, fold: '万' | '亿' | null, digits: number): string {
  if (fold === null || Math.abs(value) < foldOf(fold)) return plain(value, digits)
  return `${plain(value / foldOf(fold), 2)}${fold}`
}

function foldIn(text: string): '万' | '亿' | null {
  const fold = /(?<![十百千])([万亿])/.exec(text)?.[1]
  return fold === '万' || fold === '亿' ? fold : null
}

function isApproximate(text: string): boolean {
  return /余|多|近|约|超|逾|以上|左右/.test(text)
}

function approximate(slot: Slot, value: number, chinese: boolean): string {
  if (slot.form === 'share' || slot.form === 'rate') return `约${plain(value, 0)}`
  const fold = chinese ? null : foldIn(slot.text)
  const unfolded = fold === null || value < foldOf(fold) ? value : value / foldOf(fold)
  const tail = unfolded === value ? '' : (fold ?? '')
  const step = 10 ** Math.max(0, String(Math.trunc(unfolded)).length - 2)
  const down = Math.floor(unfolded / step) * step
  const written = chinese && down <= 99_999_999 ? chineseNumeral(down) : plain(down, 0)
  if (chinese && down === unfolded) return written
  if (down === unfolded || unfolded < 10) return `${plain(unfolded, tail === '' ? 0 : 2)}${tail}`
  return `${written}${/多/.test(slot.text) ? '多' : '余'}${tail}`
}

function writtenInChinese(text: string): boolean {
  return /[零〇一二三四五六七八九十百千两]/.test(text) && !/[\dxX×*_]/.test(text)
}
