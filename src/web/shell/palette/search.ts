/** Something that the search everywhere finds; `run` is what choosing it does. */
export interface Hit {
  key: string
  title: string
  /** What stands quietly beside the title: a unit, a period, a date. */
  detail?: string
  run(): void
}

/** The entries that hold every word asked for, those that begin with the first word before the others. */
export function matching<T>(entries: T[], words: string, textOf: (entry: T) => string): T[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const found = entries
    .map((entry) => ({ entry, text: textOf(entry).toLowerCase() }))
    .filter(({ text }) => wanted.every((word) => text.includes(word)))
  const [first = ''] = wanted
  const begins = ({ text }: { text: string }) => text.startsWith(first)
  return [...found.filter(begins), ...found.filter((each) => !begins(each))].map(({ entry }) => entry)
}
