import { describe, expect, it } from 'vitest'
import { piecesOf } from './claims.ts'
import type { Claim } from './questions.ts'

const claim = (line: number, column: number, length: number): Claim => ({ line, column, length, text: '', verdict: 'evidenced', expected: null, reason: '' })

describe('cutting a paragraph at its claims', () => {
  const words = '召开会议12次，印发《方案》3份。'

  it('keeps every word, in order', () => {
    const pieces = piecesOf(1, words, [claim(1, 4, 2), claim(1, 10, 4), claim(1, 14, 1), claim(2, 0, 3)])
    expect(pieces.map((piece) => piece.words).join('')).toBe(words)
    expect(pieces.filter(({ index }) => index !== null)).toEqual([
      { words: '12', index: 0 }, { words: '《方案》', index: 1 }, { words: '3', index: 2 },
    ])
  })

  it('leaves a claim inside another to that one', () => {
    expect(piecesOf(1, words, [claim(1, 10, 4), claim(1, 11, 2)]).filter(({ index }) => index !== null)).toEqual([{ words: '《方案》', index: 0 }])
  })

  it('leaves a paragraph without claims whole', () => {
    expect(piecesOf(7, words, [])).toEqual([{ words, index: null }])
  })
})
