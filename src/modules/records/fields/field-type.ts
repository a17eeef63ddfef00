import type { Field } from '../../packs/schema/kind.ts'
import type { Vocabulary } from '../../packs/schema/vocabulary.ts'

/** One value as it is kept: text, a choice's value id or a date as text; a number for integer and decimal. */
export type FieldValue = string | number

export interface FieldDefinition {
  field: Field
  /** The vocabulary of a choice. */
  vocabulary: Vocabulary | null
}

/** One file per field type says everything the program needs to know about it. */
export interface FieldType {
  /** The sort of column that holds it where metrics read it: text, date or bigint. */
  column: 't' | 'd' | 'n'
  /** What is wrong with a value, in Chinese; null when it may be kept. */
  check(value: unknown, definition: FieldDefinition): string | null
  /** The value in its column; a decimal becomes an integer in the smallest measure of `digits` digits. */
  toColumn(value: FieldValue, digits: number): FieldValue
}
