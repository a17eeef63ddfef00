import { describe, expect, it } from 'vitest'
import { piecesOf } from './pieces.ts'
import type { Sentence, Slot } from './types.ts'

const slotAt = (slot: number, column: number, text: string): Slot => ({
  slot, line: 1, column, length: text.length, text, kind: 'figure', form: 'count', measure: '次', phrase: '', filled: true,
  recognised: { metric: null, metricTitle: null, facets: {}, proposal: null, certainty: 1 },
  binding: { by: 'open' }, settled: null, state: 'open', shown: text, reason: null, figure: null,
})
const sentence = (column: number, length: number, decision: Sentence['decision']): Sentence => ({ line: 1, column, length, text: '', reason: '', decision, settled: null })
const told = (pieces: ReturnType<typeof piecesOf>) => pieces.map(({ text, slot, cut, ends }) => [text, slot?.slot ?? null, cut, ends !== null])

describe('cutting a paragraph of a draft', () => {
  it('puts what fills a slot in its place, and keeps what fills none', () => {
    const text = '召开会议9次，走访x次。'
    const slots = [slotAt(1, 4, '9'), slotAt(2, 9, 'x')]
    expect(told(piecesOf({ text, slots, edits: [{ slot: 1, line: 1, column: 4, length: 1, text: '12' }], sentences: [] }))).toEqual([
      ['召开会议', null, false, false], ['12', 1, false, false], ['次，走访', null, false, false], ['x', 2, false, false], ['次。', null, false, false],
    ])
  })

  it('shows a slot at the beginning of a paragraph once', () => {
    const edits = [{ slot: 1, line: 1, column: 0, length: 5, text: '2026年' }]
    expect(told(piecesOf({ text: '2025年以来，', slots: [slotAt(1, 0, '2025年')], edits, sentences: [] })).map(([words]) => words)).toEqual(['2026年', '以来，'])
  })

  it('gives a turned direction word to its slot', () => {
    const text = '同比上升5%。'
    const edits = [{ slot: 1, line: 1, column: 2, length: 2, text: '下降' }, { slot: 1, line: 1, column: 4, length: 1, text: '3' }]
    expect(told(piecesOf({ text, slots: [slotAt(1, 4, '5')], edits, sentences: [] })).map(([words, slot]) => [words, slot])).toEqual([
      ['同比', null], ['下降', 1], ['3', 1], ['%。', null],
    ])
  })

  it('marks where a sentence ends, and strikes out one that goes', () => {
    const text = '荣获先进。走访3次。'
    const pieces = told(piecesOf({ text, slots: [slotAt(1, 7, '3')], edits: [], sentences: [sentence(0, 5, 'ask'), sentence(5, 5, 'deleted')] }))
    expect(pieces).toEqual([['荣获先进。', null, false, true], ['走访', null, true, false], ['3', 1, true, false], ['次。', null, true, true]])
  })
})
