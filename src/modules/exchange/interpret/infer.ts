import type { FieldValue } from '../reading.ts'
import { wordsIn, type Choices } from './choices.ts'
import type { Match } from './columns.ts'
import type { KindNames, Names } from './names.ts'
import { remembered } from './remembered.ts'

/** A field that no column told, or whose cell is empty, told by the sheet's name or by what the record is called. */
export interface Inference {
  field: string
  title: string
  required: boolean
  /** The same for every row, from the sheet's name; null when each row's own name tells. */
  fixed: string | null
  /** From a row's naming text; null when it says nothing. */
  from: (named: string) => FieldValue | null
}

/**
 * What may be told without its column: required choices that have none, and facets of several values (主题),
 * which a ledger seldom keeps apart because the name says them.
 */
export function inferencesOf({ kind }: KindNames, matches: Match[], sheet: string, names: Names): Inference[] {
  const matched = new Set(matches.map((match) => match.field))
  return Object.entries(kind.fields).flatMap(([field, definition]): Inference[] => {
    const choices = definition.vocabulary === undefined ? undefined : names.choices.get(definition.vocabulary)
    if (definition.type !== 'choice' || choices === undefined) return []
    const { required, title } = definition
    if (definition.many > 1) return [{ field, title, required, fixed: null, from: several(choices, definition.many) }]
    if (!required || matched.has(field)) return []
    return [{ field, title, required, fixed: wordsIn(sheet, choices, 1)[0] ?? null, from: one(choices) }]
  })
}

/** 会议类别：由会议名称判断. */
export const inferenceText = ({ title, fixed }: Inference, naming: string): string => `${title}：由${fixed === null ? naming : '工作表名称'}判断`

const one = (choices: Choices) => remembered((named: string) => wordsIn(named, choices, 1)[0] ?? null)

const several = (choices: Choices, most: number) =>
  remembered((named: string) => {
    const found = wordsIn(named, choices, most)
    return found.length === 0 ? null : found
  })
