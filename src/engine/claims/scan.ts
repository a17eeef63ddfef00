import { datesIn } from './dates.ts'
import { figureSlots, remembered } from './figure-slots.ts'
import { isFigure } from './figures.ts'
import { indexOf, type LexiconIndex } from './lexicon-index.ts'
import { listSlot, plainSlot } from './list-slots.ts'
import { listsIn } from './lists.ts'
import type { Meaning } from './meaning.ts'
import { namesIn } from './names.ts'
import { ownBodyOf } from './own-body.ts'
import { isOwnYear, ownYearOf } from './own-year.ts'
import { protectedSpans } from './protected.ts'
import { quantitiesIn } from './quantities.ts'
import { readable } from './reading.ts'
import type { Lexicon, Paragraph, Slot } from './slot.ts'
import { windowsOf } from './windows.ts'

/** Paragraphs longer than this are scanned up to here: no sentence of a report is so long, and time stays bounded. */
const longestParagraph = 200_000

/**
 * Finds every slot of a report: missing and standing figures, dates of its own and the neighbouring years, anonymised
 * names, lists of documents and activities; and says which metric and facets each figure means, or what the unit
 * would have to keep. Slots come in reading order and never overlap.
 */
export function scanReport(paragraphs: Paragraph[], lexicon: Lexicon): Slot[] {
  const index = indexOf(lexicon)
  const read = paragraphs.flatMap(({ line, text }) =>
    windowsOf(text.slice(0, longestParagraph)).map((window) => ({ line, from: window.start, original: window.text, text: readable(window.text) })),
  )
  const ownYear = ownYearOf(read)
  const slots: Slot[] = []
  const body = ownBodyOf(read)
  let meanings: Meaning[] = []
  for (const paragraph of read) {
    const scanned = scanParagraph(paragraph, { body, ownYear, meanings }, index)
    for (const slot of scanned.slots) slots.push({ ...slot, column: paragraph.from + slot.column })
    meanings = [...scanned.meanings, ...meanings].slice(0, remembered)
  }
  return slots
}

interface Before {
  body: string
  ownYear: number | null
  /** What the figures of earlier paragraphs meant, nearest first. */
  meanings: Meaning[]
}

/** One window of a paragraph, which begins at `from` in it. */
interface ReadParagraph {
  line: number
  from: number
  original: string
  text: string
}

function scanParagraph({ line, original, text }: ReadParagraph, before: Before, index: LexiconIndex): { slots: Slot[]; meanings: Meaning[] } {
  const { body, ownYear } = before
  const guarded = protectedSpans(text)
  const lists = listsIn(text)
  const titles = titleSpans(text)
  const dates = datesIn(text).filter((date) => !covered(date, titles) && (date.year === null || isOwnYear(date.year, ownYear)))
  const names = namesIn(text, titles).filter((name) => !covered(name, dates))
  const taken = [...dates, ...names, ...titles]
  const figures = quantitiesIn(text, [...guarded, ...taken]).filter((quantity) => isFigure(quantity, text))
  const places = { line, text, original, body }
  const meant = figureSlots(figures, places, before.meanings, index)
  const slots = [
    ...meant.slots,
    ...dates.filter((date) => !covered(date, figures)).map((date) => plainSlot('date', date, places)),
    ...names.filter((name) => !covered(name, figures)).map((name) => plainSlot('name', name, places)),
    ...lists.filter((list) => !covered(list, figures)).map((list) => listSlot(list, places, index)),
  ]
  return { slots: withoutOverlaps(slots.sort((a, b) => a.column - b.column || b.length - a.length)), meanings: meant.meanings }
}

function titleSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/《[^》\n]{1,80}》/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

function covered(place: { start: number; end: number }, spans: { start: number; end: number }[]): boolean {
  return spans.some((span) => span.start < place.end && place.start < span.end)
}

function withoutOverlaps(slots: Slot[]): Slot[] {
  const kept: Slot[] = []
  for (const slot of slots) {
    const last = kept.at(-1)
    if (last === undefined || last.column + last.length <= slot.column) kept.push(slot)
  }
  return kept
}
