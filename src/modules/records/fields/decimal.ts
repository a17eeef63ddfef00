import type { FieldDefinition, FieldType } from './field-type.ts'

/** A number with a fixed count of digits after the point, stored as an integer in the smallest measure. */
export const decimal: FieldType = {
  column: 'n',
  check: problemOf,
  toColumn: (value, digits) => scaled(Number(value), digits),
}

function problemOf(value: unknown, { field }: FieldDefinition): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '应为数字'
  const digits = field.digits ?? 0
  const whole = scaled(value, digits)
  if (!Number.isSafeInteger(whole)) return '数字过大'
  return whole / 10 ** digits === value ? null : `小数最多 ${digits} 位`
}

function scaled(value: number, digits: number): number {
  return Math.round(value * 10 ** digits)
}
