/**
 * The text as the recogniser reads it: same length and offsets as the original, full-width letters, digits and
 * signs made half-width, and the D that stands for 党 in mangled copies read as 党.
 */
export function readable(text: string): string {
  let read = ''
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isWide = (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)
    if (isWide || code === 0xff0e || code === 0xff05 || code === 0xff0a || code === 0xff3f) read += String.fromCharCode(code - 0xfee0)
    else read += text[at] ?? ''
  }
  return read.replace(partyLetter, '党')
}

const partyLetter =
  /(?<![A-Za-z0-9])D(?=组|委|员|支部|总支|建|纪|课|中央|校|内|外|务|政|的|史|小组|风|章|性|管|费|籍|群|工委|规|旗|徽|报|刊)|(?<=[治管入建爱跟爱护在为离全])D(?![A-Za-z0-9])/g

const clauseEnds = new Set('，。；：！？,;:!?\n')
const sentenceEnds = new Set('。！？；\n')

/** Bounds of the clause around an offset: between commas and stronger marks, brackets not counted as ends. */
export function clauseAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  while (from > 0 && !clauseEnds.has(text[from - 1] ?? '')) from -= 1
  let to = end
  while (to < text.length && !clauseEnds.has(text[to] ?? '')) to += 1
  return { start: from, end: to }
}

/** Start of the sentence that holds an offset; semicolons part the items of official lists. */
export function sentenceStart(text: string, offset: number): number {
  let from = offset
  while (from > 0 && !sentenceEnds.has(text[from - 1] ?? '')) from -= 1
  return from
}
