import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { besideEachOther, lineDifference, piecesOf } from './line-difference.ts'

const written = (before: string, after: string) =>
  lineDifference(before, after).map(({ text, before: n, after: m }) => `${n === null ? '+' : m === null ? '-' : ' '}${text}`).join('|')

describe('comparing two texts by line', () => {
  it.each([
    ['a\nb\nc\n', 'a\nb\nc\n', ' a| b| c'],
    ['a\nb\nc', 'a\nx\nc', ' a|-b|+x| c'],
    ['', 'a\nb', '+a|+b'],
    ['a\nb', '', '-a|-b'],
    ['a\nb\nd', 'a\nc\nd\ne', ' a|-b|+c| d|+e'],
  ])('%j to %j', (before, after, said) => {
    expect(written(before, after)).toBe(said)
  })

  it('gives back both texts whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDifference(before.join('\n'), after.join('\n'))
        expect(lines.flatMap((line) => (line.before === null ? [] : [line.text]))).toEqual(before)
        expect(lines.flatMap((line) => (line.after === null ? [] : [line.text]))).toEqual(after)
      }),
    )
  })

  it('passes over long unchanged stretches', () => {
    const many = Array.from({ length: 20 }, (_, n) => `line ${n}`)
    const pieces = piecesOf(lineDifference(many.join('\n'), many.with(10, 'changed').join('\n')))
    expect(pieces.map((piece) => ('skipped' in piece ? piece.skipped : piece.lines.length))).toEqual([7, 8, 6])
  })

  it('puts what replaces beside what is replaced', () => {
    const rows = besideEachOther(lineDifference('a\nb\nc', 'a\nx\ny\nc')).map(({ left, right }) => [left?.text, right?.text])
    expect(rows).toEqual([['a', 'a'], ['b', 'x'], [undefined, 'y'], ['c', 'c']])
  })
})
