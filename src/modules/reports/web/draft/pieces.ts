import type { Draft, Sentence, Slot } from './types.ts'

/** A stretch of a paragraph as the draft shows it. A slot's own words and the direction word that turned with it are its. */
export interface Piece {
  text: string
  slot: Slot | null
  /** The sentence it stands in is to be cut. */
  cut: boolean
  /** A sentence ends here, on which somebody decides. */
  ends: Sentence | null
}

interface Mark {
  column: number
  length: number
  text: string
  slot: Slot
}

interface Line {
  text: string
  slots: Slot[]
  edits: Draft['edits']
  sentences: Sentence[]
}

/** Cuts a paragraph at its slots and at the ends of its sentences; what fills a slot stands in its place. */
export function piecesOf({ text, slots, edits, sentences }: Line): Piece[] {
  const marks = marksOf(slots, edits)
  const ends = new Map(sentences.map((sentence) => [sentence.column + sentence.length, sentence]))
  const cuts = new Set([...marks.flatMap(({ column, length }) => [column, column + length]), ...ends.keys(), text.length])
  const pieces: Piece[] = []
  let at = 0
  for (const cut of [...cuts].toSorted((a, b) => a - b)) {
    if (cut <= at) continue
    const mark = marks.find(({ column, length }) => column <= at && at < column + length)
    const isCut = sentences.some(({ decision, column, length }) => decision === 'deleted' && column <= at && at < column + length)
    const whole = mark === undefined ? text.slice(at, cut) : isCut ? text.slice(mark.column, mark.column + mark.length) : mark.text
    const shown = mark !== undefined && at > mark.column ? '' : whole
    pieces.push({ text: shown, slot: mark?.slot ?? null, cut: isCut, ends: ends.get(cut) ?? null })
    at = cut
  }
  return pieces.filter((piece) => piece.text !== '' || piece.ends !== null)
}

/** The edits of a paragraph, and the slots that none of them changes, without overlaps. */
function marksOf(slots: Slot[], edits: Draft['edits']): Mark[] {
  const byNumber = new Map(slots.map((slot) => [slot.slot, slot]))
  const edited = edits.flatMap(({ slot: number, column, length, text }): Mark[] => {
    const slot = byNumber.get(number)
    return slot === undefined || length === 0 ? [] : [{ column, length, text, slot }]
  })
  const covered = ({ column, length }: Slot) => edited.some((mark) => mark.column < column + length && column < mark.column + mark.length)
  const unchanged = slots.filter((slot) => !covered(slot)).map((slot): Mark => ({ column: slot.column, length: slot.length, text: slot.text, slot }))
  return [...edited, ...unchanged].toSorted((a, b) => a.column - b.column)
}
