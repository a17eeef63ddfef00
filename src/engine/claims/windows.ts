export interface Window {
  /** Where it begins in the paragraph. */
  start: number
  text: string
}

const widest = 1_500

/**
 * A paragraph in stretches that are scanned one by one, so that the time stays in proportion to the length. Stretches
 * end where sentences end; a stretch without any such mark is cut at a comma, else wherever it is too long.
 */
export function windowsOf(text: string): Window[] {
  const windows: Window[] = []
  let start = 0
  while (text.length - start > widest) {
    const stretch = text.slice(start, start + widest)
    const end = start + (lastAmong(stretch, '。！？\n') ?? lastAmong(stretch, '；;') ?? lastAmong(stretch, '，,、') ?? widest)
    windows.push({ start, text: text.slice(start, end) })
    start = end
  }
  windows.push({ start, text: text.slice(start) })
  return windows
}

/** The place behind the last of these marks, when it is not too near the beginning. */
function lastAmong(text: string, marks: string): number | null {
  for (let at = text.length - 1; at > widest / 4; at -= 1) {
    if (marks.includes(text[at] ?? '')) return at + 1
  }
  return null
}
