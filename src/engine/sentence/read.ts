import { choiceGuesses, placesOf } from './choices.ts'
import { daysIn, type Day } from './days.ts'
import { kindsOf } from './kinds.ts'
import { plain, type Found, type Guess, type SentenceKind, type SentenceLexicon } from './lexicon.ts'
import { namingGuess } from './naming.ts'
import { numberGuesses } from './numbers.ts'
import { textGuesses } from './texts.ts'

export interface SentenceRead {
  kind: string | null
  /** Other kinds it could be, the likelier first. */
  others: string[]
  unitId: string | null
  guesses: Guess[]
}

const otherKinds = 4

/**
 * Reads one sentence as a record: 3月5日召开网络安全专题会议，23人参加. `today` is 'YYYY-MM-DD'; the kind is told by its
 * phrases unless it is given. Everything in the answer is a guess with its place, for someone to look at.
 */
export function readSentence(sentence: string, lexicon: SentenceLexicon, { today, kind }: { today: string; kind?: string | undefined }): SentenceRead {
  const text = plain(sentence)
  const days = daysIn(text, today)
  const scored = kindsOf(text, lexicon, days[0]?.start === 0 ? days[0].end : 0)
  const chosen = lexicon.kinds.find(({ id }) => id === kind) ?? scored[0]?.kind ?? null
  const others = scored.map((one) => one.kind.id).filter((id) => id !== chosen?.id).slice(0, otherKinds)
  const unit = unitIn(text, lexicon)
  if (chosen === null) return { kind: null, others, unitId: unit?.unitId ?? null, guesses: [] }
  return { kind: chosen.id, others, unitId: unit?.unitId ?? null, guesses: guessesOf(text, chosen, lexicon, { today, days, units: unit === null ? [] : [unit] }) }
}

function guessesOf(text: string, kind: SentenceKind, lexicon: SentenceLexicon, { today, days, units }: { today: string; days: Day[]; units: Found[] }): Guess[] {
  const dates = dayGuesses(text, kind, days, today)
  const naming = namingGuess(text, kind, { days, units })
  return [
    ...dates,
    ...(naming === null ? [] : [naming]),
    ...choiceGuesses(text, kind.fields, lexicon, units),
    ...numberGuesses(text, kind.fields, days),
    ...textGuesses(text, kind.fields, kind.naming),
  ].sort((a, b) => orderOf(kind, a) - orderOf(kind, b))
}

/** The first day is the record's own, else it is today's; another belongs to the date field that the words beside it name. */
function dayGuesses(text: string, kind: SentenceKind, days: Day[], today: string): Guess[] {
  const others = kind.fields.filter(({ type, id }) => type === 'date' && id !== kind.occurred)
  const guesses: Guess[] = []
  for (const day of days) {
    const beside = text.slice(Math.max(0, day.start - 8), day.start) + text.slice(day.end, day.end + 6)
    const isLimit = /^(?:之?前|以前)/.test(text.slice(day.end))
    const named = others
      .map((other) => ({ id: other.id, fit: isLimit && other.names.some((name) => /[时期]限/.test(name)) ? 9 : closeness(other.names, beside) }))
      .filter(({ fit }) => fit > 0)
      .sort((one, other) => other.fit - one.fit)[0]
    const field = named?.id ?? kind.occurred
    if (!guesses.some((guess) => guess.field === field)) guesses.push({ field, value: day.value, start: day.start, end: day.end })
  }
  const isDated = guesses.some((guess) => guess.field === kind.occurred)
  return isDated ? guesses : [{ field: kind.occurred, value: today, start: 0, end: 0 }, ...guesses]
}

/** How many characters of what a field is called, without its 日期 or 时间, stand beside a day: 整改完成 of 整改完成日期. */
function closeness(names: string[], beside: string): number {
  const stems = names.map((name) => name.replace(/(?:日期|时间|时限|期限|日)$/, '')).filter((stem) => stem.length > 1)
  return Math.max(0, ...stems.filter((stem) => beside.includes(stem)).map((stem) => stem.length))
}

/** The unit whose name begins the sentence or stands behind the day; the longest of several. */
function unitIn(text: string, { units }: SentenceLexicon): (Found & { unitId: string }) | null {
  const found = units
    .filter(({ name }) => name.length > 1)
    .flatMap(({ unitId, name }) => placesOf(text, name).slice(0, 1).map((start) => ({ unitId, start, end: start + name.length })))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  return found[0] ?? null
}

const orderOf = (kind: SentenceKind, { field }: Guess): number => kind.fields.findIndex(({ id }) => id === field)
