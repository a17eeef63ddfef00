import { plain } from './field-type.ts'
import type { FieldType } from './field-type.ts'

/** A whole number; its measure word may stand behind it. */
export const integer: FieldType = {
  column: 'n',
  parse: (cell, definition) => {
    const value = numberIn(plain(cell), definition.field.measure)
    return Number.isSafeInteger(value) ? { value: value as number } : { problem: '应为整数' }
  },
  check: (value) => (Number.isSafeInteger(value) ? null : '应为整数'),
  toColumn: (value) => value,
}

/** Reads `1,234人` as 1234; null when it is not a number. */
export function numberIn(text: string, measure: string | undefined): number | null {
  const bare = measure !== undefined && text.endsWith(measure) ? text.slice(0, -measure.length).trim() : text
  return /^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(bare) ? Number(bare.replaceAll(',', '')) : null
}
