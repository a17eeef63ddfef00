import { chineseValue } from '../../../engine/claims/numerals.ts'
import type { Parsed } from './dates.ts'
import { scaleBetween } from './measures.ts'
import { normal } from './normal.ts'

/** How the numbers of a column are read. `scale` brings them from the heading's measure to the field's. */
export interface NumberReading {
  integer: boolean
  /** Digits kept after the point of a decimal. */
  digits: number
  measure: string | undefined
  scale: number
}

const approximate = /^(?:约|近|超过?|逾|大约|不足|至少|将近)|(?:余|多|左右|以上|以下|上下)(?=[^\d]*$)/

/**
 * A number: `1,234`, `１２３`, `23人`, `3.5万元`, `十二`. An approximation is refused, since a sum of it would be false.
 */
export function parseNumber(cell: string | number | boolean, reading: NumberReading): Parsed<number> {
  if (typeof cell === 'number') return bounded(cell * reading.scale, String(cell), reading)
  if (typeof cell === 'boolean') return unreadable(String(cell))
  const text = normal(cell)
  if (approximate.test(text)) return { error: `“${cell.slice(0, 30)}”是约数，请填写准确数字` }
  const [, digits = '', rest = ''] = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(.*)$/.exec(text) ?? []
  if (digits !== '') return measured(Number(digits.replaceAll(',', '')), rest, cell, reading)
  const [, numeral = '', after = ''] = /^(?![百千万亿])([〇零一二两三四五六七八九十百千万亿]+)(.*)$/.exec(text) ?? []
  const value = numeral === '' ? null : chineseValue(numeral)
  return value === null ? unreadable(cell) : measured(value, after, cell, reading)
}

function measured(value: number, measure: string, cell: string, reading: NumberReading): Parsed<number> {
  if (measure === '') return bounded(value * reading.scale, cell, reading)
  if (!/^[\p{Script=Han}%㎡]{1,4}$/u.test(measure)) return unreadable(cell)
  const scale = /^[百千万亿]+$/.test(measure) ? scaleBetween(`${measure}个`, '个') : scaleBetween(measure, reading.measure)
  // 23名 in a column of 人: another word for the same number.
  const factor = scale ?? (/^[百千万亿]/.test(measure) ? null : 1)
  return factor === null ? unreadable(cell) : bounded(value * factor, cell, reading)
}

function bounded(value: number, cell: string, reading: NumberReading): Parsed<number> {
  if (!Number.isFinite(value) || Math.abs(value) > 1e15) return { error: `“${cell.slice(0, 30)}”数值过大` }
  if (!reading.integer) return { value: Number((value + Math.sign(value) * 1e-9).toFixed(reading.digits)) }
  const whole = Math.round(value)
  if (Math.abs(value - whole) > 1e-6) return { error: `“${cell}”应为整数` }
  return whole < 0 ? { error: `“${cell}”不能是负数` } : { value: whole }
}

const unreadable = (cell: string): Parsed<number> => ({ error: `“${cell.slice(0, 30)}”不是能识别的数字` })
