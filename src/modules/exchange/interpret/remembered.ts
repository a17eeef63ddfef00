const most = 20_000

/** Ledgers repeat themselves: each spelling is read once, and what was read is forgotten before it grows too much. */
export function remembered<Spelling, Reading>(read: (spelling: Spelling) => Reading): (spelling: Spelling) => Reading {
  const known = new Map<Spelling, { reading: Reading }>()
  return (spelling) => {
    const before = known.get(spelling)
    if (before !== undefined) return before.reading
    if (known.size >= most) known.clear()
    const reading = read(spelling)
    known.set(spelling, { reading })
    return reading
  }
}
