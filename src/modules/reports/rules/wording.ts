import type { Slot } from '../../../engine/claims/slot.ts'
import { chineseNumeral } from './numeral.ts'

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
  if (slot.form === 'change') return wordChange(slot, paragraph, figure)
  const text = wordNumber(slot, figure, options)
  return { text, edits: [{ column: slot.column, length: slot.length, text }] }
}

function wordNumber(slot: Slot, figure: Measured, options: { round: boolean }): string {
  const scaled = scale(figure.value, figure.measure, slot.measure ?? figure.measure)
  if (slot.text.startsWith('百分之')) return `百分之${chineseNumeral(rounded(scaled, figure.digits))}`
  if (options.round && isApproximate(slot.text)) return approximate(slot.text, scaled)
  if (writtenInChinese(slot.text) && Number.isInteger(scaled) && scaled <= 99_999_999) {
    return chineseNumeral(scaled, { counting: slot.measure !== null })
  }
  const tail = slot.text.endsWith('%') ? '%' : ''
  if (/[\dxX×]\s*万/.test(slot.text)) return `${plain(scaled / 10_000, 2)}万`
  if (/[\dxX×]\s*亿/.test(slot.text)) return `${plain(scaled / 100_000_000, 2)}亿`
  return `${plain(scaled, Math.max(figure.digits, slot.measure === figure.measure ? 0 : 2))}${tail}`
}

const directions = /(上升|增长|提高|提升|增加|上涨|攀升|下降|减少|降低|回落|下滑|压减|持平)[了约近为]*$/
const rising = new Set(['上升', '增长', '提高', '提升', '增加', '上涨', '攀升'])
const opposites: Record<string, string> = {
  上升: '下降', 增长: '下降', 提高: '下降', 提升: '下降', 增加: '减少', 上涨: '下降', 攀升: '下降',
  下降: '上升', 减少: '增加', 降低: '上升', 回落: '上升', 下滑: '上升', 压减: '增加', 持平: '上升',
}

/** A change is worded by its direction: 上升 and 下降 trade places with the sign, and no change is 持平. */
function wordChange(slot: Slot, paragraph: string, figure: Measured): Wording {
  const before = paragraph.slice(Math.max(0, slot.column - 8), slot.column)
  const found = directions.exec(before)
  const amount = plain(Math.abs(figure.value), figure.digits)
  const own: Edit = { column: slot.column, length: slot.length, text: amount }
  if (found === null) {
    const sign = figure.value < 0 ? '-' : ''
    return { text: `${sign}${amount}`, edits: [{ ...own, text: `${sign}${amount}` }] }
  }
  const word = found[1] ?? ''
  const at = slot.column - (before.length - found.index)
  const spoken = figure.value === 0 ? '持平' : figure.value > 0 === rising.has(word) ? word : (opposites[word] ?? word)
  const direction: Edit = { column: at, length: slot.column - at, text: spoken }
  if (figure.value !== 0) return { text: `${spoken}${amount}`, edits: [own, direction] }
  const measure: Edit = { column: slot.column + slot.length, length: measureLength(slot, paragraph), text: '' }
  return { text: '持平', edits: [{ ...own, text: '' }, direction, measure] }
}

function measureLength(slot: Slot, paragraph: string): number {
  const after = paragraph.slice(slot.column + slot.length)
  return slot.measure !== null && after.startsWith(slot.measure) ? slot.measure.length : 0
}

/** Converts between a measure and its 万- or 亿-fold; anything else stays as it is. */
export function scale(value: number, from: string, to: string): number {
  return (value * foldOf(from)) / foldOf(to)
}

function foldOf(measure: string): number {
  if (measure.startsWith('万')) return 10_000
  if (measure.startsWith('亿')) return 100_000_000
  return 1
}

function isApproximate(text: string): boolean {
  return /余|多|近|约|超|逾|以上|左右/.test(text)
}

function approximate(text: string, value: number): string {
  const step = 10 ** Math.max(0, String(Math.trunc(value)).length - 2)
  const down = Math.floor(value / step) * step
  return down === value || value < 10 ? plain(value, 0) : `${plain(down, 0)}${/多/.test(text) ? '多' : '余'}`
}

function writtenInChinese(text: string): boolean {
  return /[零〇一二三四五六七八九十百千两]/.test(text) && !/[\dxX×]/.test(text)
}

function rounded(value: number, digits: number): number {
  return Number(plain(value, digits))
}

/** Decimal text without trailing zeros, rounded half up at `digits`. */
export function plain(value: number, digits: number): string {
  const fold = 10 ** digits
  const half = Math.round((Math.abs(value) + Number.EPSILON * Math.abs(value)) * fold) / fold
  const sign = value < 0 && half !== 0 ? '-' : ''
  return sign + half.toFixed(digits).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
}
