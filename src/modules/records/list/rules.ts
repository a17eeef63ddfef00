type Value = string | number | string[]

export type Changes = Record<string, Value | null>

export interface Difference {
  field: string
  before: Value | null
  after: Value | null
  records: number
}

/** What changes from which value to which, with how many records, the most frequent first. */
export function differencesOf(records: Record<string, Value>[], changes: Changes): Difference[] {
  const found = new Map<string, Difference>()
  for (const fields of records) {
    for (const [field, after] of Object.entries(changes)) {
      const before = fields[field] ?? null
      if (JSON.stringify(before) === JSON.stringify(after)) continue
      const key = JSON.stringify([field, before])
      const difference = found.get(key) ?? { field, before, after, records: 0 }
      difference.records += 1
      found.set(key, difference)
    }
  }
  return [...found.values()].sort((a, b) => b.records - a.records)
}
