import { completed } from './ellipsis.ts'
import { formOf } from './figures.ts'
import type { LexiconIndex } from './lexicon-index.ts'
import type { Earlier, Meaning } from './meaning.ts'
import { periodWords } from './period-words.ts'
import { phraseOf } from './phrase.ts'
import { proposalFor } from './propose.ts'
import type { Quantity } from './quantities.ts'
import { clauseAround } from './reading.ts'
import { resolveMeaning } from './resolve.ts'
import type { Setting } from './setting.ts'
import type { Slot, SlotForm } from './slot.ts'
import { partnerOf, surroundingsOf, type Surroundings } from './surroundings.ts'

/** How many figures back a further value of the same facet is looked for. */
export const remembered = 24

/** What was found about a figure, for those after it. */
interface Told {
  meaning: Meaning | null
  phrase: string
  around: Surroundings
}

interface Sofar {
  unbound: Quantity | null
  beside: Quantity | undefined
  told: Map<Quantity, Told>
  text: string
}

/** The figures of a paragraph with what each means, and these meanings, nearest first, for the paragraphs after it. */
export function figureSlots(figures: Quantity[], { line, text, original, body }: Setting, past: Meaning[], index: LexiconIndex): { slots: Slot[]; meanings: Meaning[] } {
  const earlier: (Meaning & { end: number })[] = []
  const told = new Map<Quantity, Told>()
  let unbound: Quantity | null = null
  const slots = figures.map((quantity, at): Slot => {
    const clauseStart = clauseAround(text, quantity.start, quantity.measureEnd).start
    const form = formOf(quantity, text, clauseStart)
    const previous = text.slice(clauseStart, quantity.start).includes('分别') ? undefined : figures[at - 1]
    const neighbour = form === 'count' && previous !== undefined ? told.get(previous) : undefined
    const surroundings = completed(
      surroundingsOf(text, quantity, figures.filter((other) => other !== quantity), body),
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
    const afterUnbound = goesOnUnbound(quantity, form, partner, { unbound, beside: figures[at - 1], told, text })
    const { meaning, nearest } = resolveMeaning(index, around, { form, measure: quantity.measure, afterUnbound, besideUnbound: told.get(figures[at - 1] ?? quantity)?.meaning === null }, before)
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

/** Whether what a figure goes on about means nothing the packs know: its partner, of a change the figure before it, else the last count in its measure. */
function goesOnUnbound(quantity: Quantity, form: SlotForm, partner: Told | undefined, { unbound, beside, told, text }: Sofar): boolean {
  if (partner !== undefined) return partner.meaning === null
  const follows = (other: Quantity) => !/[。；]/.test(text.slice(other.measureEnd, quantity.start))
  if (form === 'change' && beside !== undefined && follows(beside)) return told.get(beside)?.meaning === null
  return unbound !== null && follows(unbound) && (form !== 'count' || unbound.measure === quantity.measure)
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
