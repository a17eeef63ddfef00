import type { FieldType } from './field-type.ts'

/** A whole number. */
export const integer: FieldType = {
  column: 'n',
  check: (value) => (Number.isSafeInteger(value) ? null : '应为整数'),
  toColumn: (value) => value,
}
