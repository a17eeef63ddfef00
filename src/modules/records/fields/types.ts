import type { Field } from '../../packs/schema/kind.ts'
import { choice } from './choice.ts'
import { date } from './date.ts'
import { decimal } from './decimal.ts'
import type { FieldType } from './field-type.ts'
import { integer } from './integer.ts'
import { text } from './text.ts'

/** Every type a field of a kind may have. */
export const fieldTypes: Record<Field['type'], FieldType> = { text, date, integer, decimal, choice }
