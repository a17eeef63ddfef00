import { describe, expect, it } from 'vitest'
import { placeOf, sentencePieces } from './sentence-pieces.ts'

const marked = (sentence: string, figures: { text: string; before: string }[]) =>
  sentencePieces(sentence, figures.map((figure, index) => ({ ...figure, number: index + 1 })))
    .map(({ text, number }) => (number === null ? text : `[${number}:${text}]`))
    .join('')

describe('sentencePieces', () => {
  it.each([
    ['全年召开专题会议12次。', [{ text: '12', before: 'x' }], '全年召开专题会议[1:12]次。'],
    ['3月起召开会议3次，学习3次。', [{ text: '3', before: 'x' }, { text: '3', before: 'x' }], '3月起召开会议[1:3]次，学习[2:3]次。'],
    ['召开会议xx次，办结率xx%。', [{ text: '4', before: 'xx' }, { text: '98.5%', before: 'xx%' }], '召开会议[1:4]次，办结率[2:98.5%]。'],
    ['处理12件、2件。', [{ text: '2', before: 'x' }], '处理12件、[1:2]件。'],
    ['没有这个数。', [{ text: '7', before: '9' }], '没有这个数。'],
  ])('marks the figures of %s', (sentence, figures, expected) => {
    expect(marked(sentence, figures)).toBe(expected)
  })
})

describe('placeOf', () => {
  it('finds a run of placeholders only as a whole', () => {
    expect(placeOf('学习xxx次、x次', 'x')).toEqual({ start: 7, end: 8 })
  })

  it('finds nothing in an empty text', () => {
    expect(placeOf('学习', '')).toBeNull()
  })
})
