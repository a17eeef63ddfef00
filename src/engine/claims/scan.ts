import { candidatesFor, leastScore } from './bind.ts'
import { datesIn } from './dates.ts'
import { completed } from './ellipsis.ts'
import { facetsFor } from './facets.ts'
import { formOf, isFigure } from './figures.ts'
import { indexOf, type LexiconIndex } from './lexicon-index.ts'
import { listsIn, type ListPlace } from './lists.ts'
import type { Earlier, Meaning } from './meaning.ts'
import { namesIn, type Place } from './names.ts'
import { periodWords } from './period-words.ts'
import { proposalFor } from './propose.ts'
import { protectedSpans } from './protected.ts'
import { resolveMeaning } from './resolve.ts'
import { quantitiesIn, type Quantity } from './quantities.ts'
import { clauseAround, readable } from './reading.ts'
import { isOwnYear, ownYearOf } from './own-year.ts'
import type { Lexicon, Paragraph, Slot } from './slot.ts'
import { partnerOf, phraseOf, surroundingsOf, type Surroundings } from './surroundings.ts'
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
  let heading = ''
  let meanings: Meaning[] = []
  for (const paragraph of read) {
    if (paragraph.from === 0 && isHeading(paragraph.text)) heading = paragraph.text
    const scanned = scanParagraph(paragraph, { heading, ownYear, meanings }, index)
    for (const slot of scanned.slots) slots.push({ ...slot, column: paragraph.from + slot.column })
    meanings = [...scanned.meanings, ...meanings].slice(0, remembered)
  }
  return slots
}

/** How many figures back a further value of the same facet is looked for. */
const remembered = 24

interface Before {
  heading: string
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
  const { heading, ownYear } = before
  const guarded = protectedSpans(text)
  const lists = listsIn(text)
  const titles = titleSpans(text)
  const dates = datesIn(text).filter((date) => !covered(date, titles) && (date.year === null || isOwnYear(date.year, ownYear)))
  const names = namesIn(text, titles).filter((name) => !covered(name, dates))
  const taken = [...dates, ...names, ...titles]
  const figures = quantitiesIn(text, [...guarded, ...taken]).filter((quantity) => isFigure(quantity, text))
  const places = { line, text, original, heading }
  const meant = figureSlots(figures, places, before.meanings, index)
  const slots = [
    ...meant.slots,
    ...dates.filter((date) => !covered(date, figures)).map((date) => plainSlot('date', date, places)),
    ...names.filter((name) => !covered(name, figures)).map((name) => plainSlot('name', name, places)),
    ...lists.filter((list) => !covered(list, figures)).map((list) => listSlot(list, places, index)),
  ]
  return { slots: withoutOverlaps(slots.sort((a, b) => a.column - b.column || b.length - a.length)), meanings: meant.meanings }
}

interface Setting {
  line: number
  text: string
  original: string
  heading: string
}

function figureSlots(figures: Quantity[], { line, text, original, heading }: Setting, past: Meaning[], index: LexiconIndex): { slots: Slot[]; meanings: Meaning[] } {
  const earlier: (Meaning & { end: number })[] = []
  const told = new Map<Quantity, { meaning: Meaning | null; phrase: string; around: Surroundings }>()
  let unbound: Quantity | null = null
  const slots = figures.map((quantity, at): Slot => {
    const clauseStart = clauseAround(text, quantity.start, quantity.measureEnd).start
    const form = formOf(quantity, text, clauseStart)
    const previous = text.slice(clauseStart, quantity.start).includes('分别') ? undefined : figures[at - 1]
    const neighbour = form === 'count' && previous !== undefined ? told.get(previous) : undefined
    const surroundings = completed(
      surroundingsOf(text, quantity, figures.filter((other) => other !== quantity), heading),
      previous === undefined || neighbour === undefined ? null : { around: neighbour.around, between: text.slice(previous.measureEnd, quantity.start) },
    )
    const found = form === 'change' ? partnerOf(text, quantity, figures) : null
    const partner = found === null ? undefined : told.get(found)
    const around = partner === undefined ? surroundings : besidePartner(surroundings, partner.phrase, text.slice(0, quantity.start))
    const before = [
      ...(partner?.meaning ? [{ ...partner.meaning, sameSentence: true, sameParagraph: true, isTotal: false }] : []),
      ...earlier.slice(0, remembered).map((meaning) => ({ ...meaning, ...relation(text.slice(meaning.end, quantity.start)) })),
      ...past.map((meaning) => ({ ...meaning, sameSentence: false, sameParagraph: false, isTotal: false })),
    ]
    const afterUnbound = partner !== undefined ? partner.meaning === null : unbound !== null && !/[。；]/.test(text.slice(unbound.measureEnd, quantity.start)) && (form !== 'count' || unbound.measure === quantity.measure)
    const { meaning, nearest } = resolveMeaning(index, around, { form, measure: quantity.measure, afterUnbound }, before)
    if (meaning !== null) earlier.unshift({ ...meaning, end: quantity.measureEnd })
    if (form === 'count') unbound = meaning === null ? quantity : null
    const phrase = phraseOf(around)
    told.set(quantity, { meaning, phrase, around })
    return {
      line,
      column: quantity.start,
      length: quantity.end - quantity.start,
      text: original.slice(quantity.start, quantity.end),
      kind: 'figure',
      form,
      measure: quantity.measure,
      phrase,
      metric: meaning?.metric.id ?? null,
      facets: meaning?.facets ?? {},
      proposal: meaning === null ? proposalFor(around, form, quantity.measure, nearest) : null,
      certainty: meaning?.certainty ?? 0.5,
      filled: !quantity.missing,
      period: periodWords(text, quantity.start),
      value: quantity.value,
    }
  })
  return { slots, meanings: earlier }
}

/** The words of a change that 分别 gives to an earlier count: only its direction, after the words of that count. */
function besidePartner(around: Surroundings, phrase: string, before: string): Surroundings {
  const direction = /^[\u4e00-\u9fff]*/.exec(before.slice(before.lastIndexOf('分别') + 2))?.[0] ?? ''
  return { ...around, pre: direction, post: '', clause: '', sentence: phrase }
}

/** How a figure stands to one before it, by the words between. */
function relation(between: string): Pick<Earlier, 'sameSentence' | 'sameParagraph' | 'isTotal'> {
  const sameParagraph = !/[。！？](?!其中)/.test(between)
  const sameSentence = sameParagraph && !/；(?!其中)/.test(between)
  return { sameSentence, sameParagraph, isTotal: sameSentence && between.includes('其中') }
}

function plainSlot(kind: 'date' | 'name' | 'list', place: Place, { line, original }: Setting): Slot {
  return {
    line, column: place.start, length: place.end - place.start, text: original.slice(place.start, place.end), kind, form: null, measure: null,
    phrase: '', metric: null, facets: {}, proposal: null, certainty: 0.9, filled: !place.missing, period: null, value: null,
  }
}

const listWords = { documents: '印发文件', materials: '发放宣传材料', studies: '学习', activities: '开展活动' } as const
const listMeasures = { documents: '个', materials: '份', studies: '次', activities: '次' } as const
const listKinds = { documents: 'document-issued', materials: 'material', studies: 'activity', activities: 'activity' } as const

function listSlot(list: ListPlace, setting: Setting, index: LexiconIndex): Slot {
  const measure = listMeasures[list.of]
  const named = list.of === 'documents' || list.of === 'materials'
  const clause = clauseAround(setting.text, list.start, list.end)
  const gathered = /^等[\u4e00-\u9fff]{2,8}/.exec(setting.text.slice(list.end, list.end + 9))?.[0] ?? ''
  const around = {
    pre: named ? listWords[list.of] : `${setting.text.slice(clause.start, list.start)}${listWords[list.of]}`,
    post: named ? '' : setting.text.slice(list.end, list.end + 10), clause: '', sentence: '', follows: false, heading: setting.heading,
  }
  const [best] = candidatesFor(index, around, { form: 'count', measure, previousKind: null })
  const bound = best !== undefined && best.score >= leastScore ? best : null
  return {
    ...plainSlot('list', list, setting),
    phrase: listWords[list.of],
    metric: bound?.metric.id ?? null,
    facets: bound === null ? {} : facetsFor(index, { ...bound, literal: null, matched: '' }, { ...around, pre: setting.text.slice(clause.start, list.of === 'materials' ? list.end : list.start), post: around.post || gathered, clause: '' }),
    proposal: bound === null ? { kind: listKinds[list.of], metric: listWords[list.of], measure, phrase: listWords[list.of] } : null,
    certainty: bound === null ? 0.5 : 0.8,
  }
}

function isHeading(text: string): boolean {
  return text.length < 40 && /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+[部分章])/.test(text)
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
