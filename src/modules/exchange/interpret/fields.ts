import type { Field } from '../../packs/schema/kind.ts'
import type { FieldValue } from '../reading.ts'
import { cellText } from '../rows/cell.ts'
import { parseChoice, parseChoices } from './choices.ts'
import { parseDate, type DateReading, type Parsed } from './dates.ts'
import { measureInHeading, scaleBetween } from './measures.ts'
import type { Names } from './names.ts'
import { parseNumber } from './numbers.ts'
import { remembered } from './remembered.ts'

export type CellReader = (cell: string | number | boolean) => Parsed<FieldValue>

/** How the cells of a column under this heading become values of a field. */
export function readerOf(field: Field, heading: string, names: Names, dates: Omit<DateReading, 'monthly'>): CellReader {
  if (field.type === 'date') {
    const monthly = /月份|统计|截止|时点|月$/.test(heading)
    return remembered((cell) => parseDate(cell, { ...dates, monthly }))
  }
  if (field.type === 'integer' || field.type === 'decimal') {
    const scale = scaleBetween(measureInHeading(heading), field.measure) ?? 1
    const reading = { integer: field.type === 'integer', digits: field.digits ?? 0, measure: field.measure, scale }
    return (cell) => parseNumber(cell, reading)
  }
  const choices = field.type === 'choice' && field.vocabulary !== undefined ? names.choices.get(field.vocabulary) : undefined
  if (choices === undefined) return (cell) => ({ value: cellText(cell) })
  if (field.many > 1) return remembered((cell) => parseChoices(cellText(cell), choices, field.many))
  return remembered((cell) => parseChoice(cellText(cell), choices))
}
