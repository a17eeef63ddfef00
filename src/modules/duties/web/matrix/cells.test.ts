import { describe, expect, it } from 'vitest'
import { segmentsOf, tasksIn, toneOf, type Cell } from './cells.ts'

const cell = (from: number, to: number, states: Cell['states'] = { 'not-begun': 1 }, doneLate = 0): Cell => ({
  period: `${from}-${to}`, from, to, taskId: null, states, doneLate, recordedLate: 0,
})
const spans = (cells: Cell[]) => segmentsOf(cells).map(({ from, to, cells: { length } }) => `${from}-${to}:${length}`)

describe('laying the cells of a duty over twelve months', () => {
  it('gives a quarter three months, and every empty month a place of its own', () => {
    expect(spans([cell(1, 3), cell(10, 12)])).toEqual(['1-3:1', '4-4:0', '5-5:0', '6-6:0', '7-7:0', '8-8:0', '9-9:0', '10-12:1'])
  })

  it('puts cells whose months overlap together', () => {
    expect(spans([cell(1, 12), cell(3, 3), cell(5, 6)])).toEqual(['1-12:3'])
  })

  it('keeps fortnights told by the month within their month', () => {
    expect(spans([{ ...cell(1, 2), period: '2026-01' }, { ...cell(2, 3), period: '2026-02' }]).slice(0, 3)).toEqual(['1-1:1', '2-2:1', '3-3:0'])
  })

  it('gives an empty row twelve months', () => {
    expect(spans([])).toHaveLength(12)
  })
})

describe('what a cell of several tasks shows', () => {
  it.each<[string, Cell]>([
    ['late', cell(1, 1, { done: 8, late: 1 })],
    ['under-way', cell(1, 1, { done: 1, 'not-begun': 8 })],
    ['not-begun', cell(1, 1, { 'not-begun': 8, 'not-applicable': 1 })],
    ['not-held', cell(1, 1, { done: 8, 'not-held': 1 })],
    ['done', cell(1, 1, { done: 8, 'not-applicable': 1 })],
    ['done-late', cell(1, 1, { done: 8 }, 1)],
    ['not-applicable', cell(1, 1, { 'not-applicable': 2 })],
  ])('%s', (tone, shown) => {
    expect(toneOf(shown)).toBe(tone)
  })

  it('counts all its tasks', () => {
    expect(tasksIn(cell(1, 1, { done: 8, late: 1 }))).toBe(9)
  })
})
