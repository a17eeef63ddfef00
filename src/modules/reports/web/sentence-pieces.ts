/** A figure as its sentence knows it: the text now standing there, and the text it replaced. */
export interface Standing {
  number: number
  text: string
  before: string
}

/** A stretch of a sentence; `number` names the figure that stands there, null is plain text. */
export interface Piece {
  text: string
  number: number | null
}

/**
 * Cuts a sentence at its figures, given in the order in which they stand. Where the sentence still shows what a figure
 * replaced, the figure is put in its place; one that cannot be found is left out rather than guessed.
 */
export function sentencePieces(sentence: string, figures: Standing[]): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const figure of figures) {
    const place = placeOf(sentence, figure.text, end) ?? placeOf(sentence, figure.before, end)
    if (place === null) continue
    if (place.start > end) pieces.push({ text: sentence.slice(end, place.start), number: null })
    pieces.push({ text: figure.text, number: figure.number })
    end = place.end
  }
  if (end < sentence.length) pieces.push({ text: sentence.slice(end), number: null })
  return pieces
}

/** Where a text stands on its own, from an offset on: 3 is not found in 13, 2.3 or 3月, but in 3次. */
export function placeOf(sentence: string, text: string, from = 0): { start: number; end: number } | null {
  if (text === '') return null
  for (let start = sentence.indexOf(text, from); start >= 0; start = sentence.indexOf(text, start + 1)) {
    const end = start + text.length
    if (standsAlone(sentence[start - 1] ?? '', text, sentence[end] ?? '')) return { start, end }
  }
  return null
}

const marks = /[xX×_*]/

function standsAlone(previous: string, text: string, next: string): boolean {
  const [first = '', last = ''] = [text.slice(0, 1), text.slice(-1)]
  if (/\d/.test(first) && /[\d.]/.test(previous)) return false
  if (/\d/.test(last) && /[\d年月日]/.test(next)) return false
  return !(marks.test(first) && previous === first) && !(marks.test(last) && next === last)
}
