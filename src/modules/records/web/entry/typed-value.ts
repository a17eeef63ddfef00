import type { RecordFields, FormField } from '../../contract/entry.ts'

type Value = RecordFields[string]

/** A number as far as it can be read; anything else stays as it was typed, for the check to name it. */
export function typedNumber(text: string): string | number {
  const bare = text.trim().replace(/[,，]/g, '')
  const value = Number(bare)
  return bare !== '' && /^-?\d+(?:\.\d*[1-9])?$/.test(bare) && Number.isFinite(value) ? value : text
}

/** The fields without one that was emptied. */
export function withValue(fields: RecordFields, id: string, value: Value | null): RecordFields {
  const { [id]: _before, ...others } = fields
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return isEmpty ? others : { ...others, [id]: value }
}

/** A value as people read it: titles of a vocabulary, the measure behind a number. */
export function shownValue(value: Value | null | undefined, field: FormField | undefined, titleOf: (id: string) => string): string {
  if (value === undefined || value === null) return ''
  if (field?.type === 'choice') return [value].flat().map((one) => titleOf(String(one))).join('、')
  return `${String(value)}${typeof value === 'number' ? (field?.measure ?? '') : ''}`
}
