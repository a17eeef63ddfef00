import { measureAt } from '../claims/measures.ts'
import { figureValue } from '../claims/numerals.ts'
import { overlaps, type Found, type Guess, type SentenceField } from './lexicon.ts'

interface Quantity extends Found {
  value: number
  measure: string
  /** The clause it stands in, without it: what the number is of. */
  around: string
}

const digits = /(?:\d[\d,，]*(?:\.\d+)?\s*[万千百亿]?|[一二两三四五六七八九十百千零]+)(?:余|多)?/g
const fillers = /^(?:余|多)?/
/** Measure words that people use for one another. */
const alike: string[][] = [
  ['人', '名', '位', '人次', '人员'], ['元', '万元', '亿元', '千元'], ['份', '张', '册', '本'], ['篇', '条', '则', '期', '件'],
  ['个', '项', '处', '家', '件', '起', '宗'], ['学时', '课时', '小时'], ['次', '场', '场次'], ['户', '家'],
]
const scale: Record<string, number> = { 元: 1, 千元: 1_000, 万元: 10_000, 亿元: 100_000_000 }

/** Numbers with their measure, each to the field that counts in it and whose name is closest to the words around. */
export function numberGuesses(text: string, fields: SentenceField[], taken: Found[]): Guess[] {
  const numeric = fields.filter(({ type }) => type === 'integer' || type === 'decimal')
  const pairs = quantitiesIn(text, taken).flatMap((quantity) =>
    numeric.flatMap((field, order) => {
      const fit = fitOf(quantity, field)
      return fit === 0 ? [] : [{ quantity, field, fit: fit - order / 100 }]
    }),
  )
  const guesses: Guess[] = []
  for (const { quantity, field } of pairs.sort((a, b) => b.fit - a.fit)) {
    if (guesses.some((guess) => guess.field === field.id || guess.start === quantity.start)) continue
    const value = quantity.value * (scale[quantity.measure] ?? 1) / (scale[field.measure ?? ''] ?? 1)
    guesses.push({ field: field.id, value: Math.round(value * 10 ** field.digits) / 10 ** field.digits, start: quantity.start, end: quantity.end })
  }
  return guesses
}

function quantitiesIn(text: string, taken: Found[]): Quantity[] {
  return [...text.matchAll(digits)].flatMap((match) => {
    const start = match.index
    const after = start + match[0].length
    const folded = match[0].endsWith('万') && measureAt(text, after - 1) === '万元'
    const at = folded ? after - 1 : after
    const measure = measureAt(text, at)
    const value = figureValue(match[0].slice(0, at - start).trim().replace(fillers, ''))
    const found = { start, end: at + (measure?.length ?? 0) }
    if (measure === null || value === null || taken.some((other) => overlaps(found, other)) || text[start - 1] === '第') return []
    return [{ ...found, value, measure, around: clauseAround(text, found) }]
  })
}

function clauseAround(text: string, { start, end }: Found): string {
  const before = text.slice(0, start).split(/[，。；,;、\s]/).at(-1) ?? ''
  const after = text.slice(end).split(/[，。；,;、\s]/)[0] ?? ''
  return before + after
}

/** 0 where the measure does not fit; more, the more characters a name of the field shares with the words around. */
function fitOf({ measure, around }: Quantity, field: SentenceField): number {
  const own = field.measure
  if (own === null) return 0
  const group = alike.some((words) => words.includes(measure) && words.includes(own))
  if (measure !== own && !group) return 0
  const shared = Math.max(...field.names.map((name) => [...name.replace(/数量|数|量/g, '')].filter((sign) => around.includes(sign)).length), 0)
  return (measure === own ? 2 : 1) + shared
}
