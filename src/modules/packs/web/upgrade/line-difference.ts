/** A line of a text before and after: the same, taken away, or put in; numbers count from 1. */
export interface Line {
  text: string
  before: number | null
  after: number | null
}

/** A run of lines to show, or how many unchanged ones were passed over. */
export type Piece = { lines: Line[] } | { skipped: number }

/** Where a table of both texts would be larger, all lines in the midst count as replaced. */
const MOST_CELLS = 1_000_000
const AROUND = 3

/** The lines of two texts, common ones once: the longest common subsequence. */
export function lineDifference(before: string, after: string): Line[] {
  const [old, next] = [linesOf(before), linesOf(after)]
  let head = 0
  while (head < old.length && head < next.length && old[head] === next[head]) head += 1
  let tail = 0
  while (tail < old.length - head && tail < next.length - head && old.at(-1 - tail) === next.at(-1 - tail)) tail += 1
  const same = (text: string, n: number, m: number): Line => ({ text, before: n + 1, after: m + 1 })
  return [
    ...old.slice(0, head).map((text, n) => same(text, n, n)),
    ...midst(old.slice(head, old.length - tail), next.slice(head, next.length - tail), head),
    ...old.slice(old.length - tail).map((text, n) => same(text, old.length - tail + n, next.length - tail + n)),
  ]
}

/** Changed lines with a few around them; longer unchanged stretches are passed over. */
export function piecesOf(lines: Line[]): Piece[] {
  const changed = lines.map(({ before, after }) => before === null || after === null)
  const near = lines.map((_, n) => changed.slice(Math.max(0, n - AROUND), n + AROUND + 1).includes(true))
  const pieces: Piece[] = []
  lines.forEach((line, n) => {
    const last = pieces.at(-1)
    if (near[n] === true) {
      if (last !== undefined && 'lines' in last) last.lines.push(line)
      else pieces.push({ lines: [line] })
    } else if (last !== undefined && 'skipped' in last) last.skipped += 1
    else pieces.push({ skipped: 1 })
  })
  return pieces
}

/** Taken away and put in beside each other, for two columns. */
export function besideEachOther(lines: Line[]): { left: Line | null; right: Line | null }[] {
  const rows: { left: Line | null; right: Line | null }[] = []
  let open = 0
  for (const line of lines) {
    if (line.before !== null && line.after !== null) {
      rows.push({ left: line, right: line })
      open = 0
    } else if (line.after === null) {
      rows.push({ left: line, right: null })
      open += 1
    } else {
      const row = open > 0 ? rows[rows.length - open] : undefined
      if (row === undefined) rows.push({ left: null, right: line })
      else row.right = line
      open = Math.max(0, open - 1)
    }
  }
  return rows
}

function midst(old: string[], next: string[], offset: number): Line[] {
  const gone = (n: number): Line => ({ text: old[n] ?? '', before: offset + n + 1, after: null })
  const come = (m: number): Line => ({ text: next[m] ?? '', before: null, after: offset + m + 1 })
  if (old.length * next.length > MOST_CELLS) return [...old.map((_, n) => gone(n)), ...next.map((_, m) => come(m))]
  const width = next.length + 1
  const common = new Uint32Array((old.length + 1) * width)
  const at = (n: number, m: number) => common[n * width + m] ?? 0
  for (let n = old.length - 1; n >= 0; n -= 1) {
    for (let m = next.length - 1; m >= 0; m -= 1) common[n * width + m] = old[n] === next[m] ? at(n + 1, m + 1) + 1 : Math.max(at(n + 1, m), at(n, m + 1))
  }
  const lines: Line[] = []
  let [n, m] = [0, 0]
  while (n < old.length || m < next.length) {
    if (n < old.length && m < next.length && old[n] === next[m]) {
      lines.push({ text: old[n] ?? '', before: offset + n + 1, after: offset + m + 1 })
      n += 1
      m += 1
    } else if (n < old.length && (m >= next.length || at(n + 1, m) >= at(n, m + 1))) lines.push(gone(n++))
    else lines.push(come(m++))
  }
  return lines
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}
