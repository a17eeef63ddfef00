/** What stands on each line, in order. */
export function byLine<T extends { line: number }>(all: readonly T[]): Map<number, T[]> {
  const lines = new Map<number, T[]>()
  for (const one of all) {
    const known = lines.get(one.line)
    if (known === undefined) lines.set(one.line, [one])
    else known.push(one)
  }
  return lines
}
