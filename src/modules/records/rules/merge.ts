import type { RecordFields } from '../tables.ts'

export type Value = RecordFields[string] | null

/** A field that two people changed: what it was, what each made of it. */
export interface Clash {
  field: string
  before: Value
  mine: Value
  theirs: Value
}

export interface Merged {
  /** What the form holds now: mine, and theirs where only they changed something. */
  fields: RecordFields
  clashes: Clash[]
  /** Fields taken over from them. */
  taken: string[]
}

/** Brings together what one typed and what others saved meanwhile; where both changed a field, mine stays until chosen. */
export function mergeFields({ before, mine, theirs }: Record<'before' | 'mine' | 'theirs', RecordFields>): Merged {
  const merged: Merged = { fields: { ...mine }, clashes: [], taken: [] }
  for (const field of new Set([...Object.keys(before), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const theyChanged = !sameValue(before[field], theirs[field])
    if (!theyChanged || sameValue(mine[field], theirs[field])) continue
    if (sameValue(before[field], mine[field])) {
      merged.taken.push(field)
      setValue(merged.fields, field, theirs[field] ?? null)
    } else {
      merged.clashes.push({ field, before: before[field] ?? null, mine: mine[field] ?? null, theirs: theirs[field] ?? null })
    }
  }
  return merged
}

/** The fields that differ, as a correction: null takes a field away. */
export function changedFields(before: RecordFields, after: RecordFields): Record<string, Value> {
  const changed: Record<string, Value> = {}
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!sameValue(before[field], after[field])) changed[field] = after[field] ?? null
  }
  return changed
}

export function setValue(fields: RecordFields, field: string, value: Value): void {
  if (value === null) delete fields[field]
  else fields[field] = value
}

export function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}
