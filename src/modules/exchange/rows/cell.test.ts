import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellName, columnIndex, columnLetters } from './cell.ts'

describe('columnLetters', () => {
  it.each([[0, 'A'], [25, 'Z'], [26, 'AA'], [51, 'AZ'], [701, 'ZZ'], [702, 'AAA'], [16_383, 'XFD']])('names column %i %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters)
  })

  it('is undone by columnIndex for every column of Excel', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 16_383 }), (column) => columnIndex(columnLetters(column)) === column))
  })

  it('names a cell as Excel shows it', () => {
    expect(cellName(6, 1)).toBe('B7')
  })
})
