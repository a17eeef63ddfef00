import { overlaps, type Found, type Guess, type SentenceField, type SentenceLexicon, type SentenceValue } from './lexicon.ts'

interface Said extends Found {
  field: SentenceField
  value: string
}

/**
 * Values of vocabularies that the sentence says, the longest words first. What a longer word of another field says is
 * not read again: the 市委 of 市委常委会 is no level.
 */
export function choiceGuesses(text: string, fields: SentenceField[], lexicon: SentenceLexicon, taken: Found[]): Guess[] {
  const said = fields
    .filter(({ type }) => type === 'choice')
    .flatMap((field) => valuesSaid(text, field, lexicon.vocabularies[field.vocabulary ?? ''] ?? []))
    .filter((one) => !taken.some((other) => overlaps(one, other)))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || Number(b.field.required) - Number(a.field.required) || a.start - b.start)
  const kept: Said[] = []
  for (const one of said) {
    const own = kept.filter(({ field }) => field === one.field)
    if (own.length >= one.field.many || own.some((other) => other.value === one.value || overlaps(one, other))) continue
    if (kept.some((other) => other.field !== one.field && isTaken(one, other))) continue
    kept.push(one)
  }
  return fields.flatMap((field) => guessOf(field, kept.filter((one) => one.field === field)))
}

function guessOf(field: SentenceField, said: Said[]): Guess[] {
  const [first] = said.sort((a, b) => a.start - b.start)
  if (first === undefined) return []
  return [{ field: field.id, value: field.many > 1 ? said.map(({ value }) => value) : first.value, start: first.start, end: first.end }]
}

function valuesSaid(text: string, field: SentenceField, values: SentenceValue[]): Said[] {
  return values.flatMap(({ id, title, synonyms }) => {
    const words = [title, ...synonyms].filter((word) => word.length > 1)
    return words.flatMap((word) => placesOf(text, word).map((start) => ({ field, value: id, start, end: start + word.length })))
  })
}

export function placesOf(text: string, word: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at)
  return places
}

/** A field of several values says what something is about, and that may stand inside another word: the 法治 of 法治讲座. */
function isTaken(one: Said, other: Said): boolean {
  const [length, longer] = [one.end - one.start, other.end - other.start]
  const inside = other.start <= one.start && one.end <= other.end
  return inside && (one.field.many > 1 ? length === longer : length < longer)
}
