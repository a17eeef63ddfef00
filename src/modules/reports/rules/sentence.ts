/** The sentence of a paragraph around an offset, with its bounds; semicolons end a sentence in official lists. */
export function sentenceAt(text: string, offset: number): { start: number; end: number; text: string } {
  let start = offset
  while (start > 0 && !isStop(text[start - 1])) start -= 1
  let end = offset
  while (end < text.length && !isStop(text[end])) end += 1
  if (end < text.length) end += 1
  while (start < end && /\s/.test(text[start] ?? '')) start += 1
  return { start, end, text: text.slice(start, end) }
}

function isStop(character: string | undefined): boolean {
  return character === '。' || character === '！' || character === '？' || character === '；' || character === '\n'
}

/** All sentences of a paragraph, in order. */
export function sentencesOf(text: string): { start: number; end: number; text: string }[] {
  const sentences = []
  let at = 0
  while (at < text.length) {
    const sentence = sentenceAt(text, at)
    if (sentence.text !== '') sentences.push(sentence)
    at = Math.max(sentence.end, at + 1)
  }
  return sentences
}
