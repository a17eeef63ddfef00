import { describe, expect, it } from 'vitest'
import { neighbourOf, placesOf } from './places.ts'
import type { Draft } from './types.ts'

const slot = (number: number, line: number, column: number, state: string) => ({ slot: number, line, column, length: 1, state, settled: null, binding: { by: 'open' } })
const draft = {
  slots: [slot(1, 1, 0, 'bound'), slot(2, 1, 9, 'open'), slot(3, 4, 2, 'open')],
  sentences: [{ line: 1, column: 5, length: 8, decision: 'ask' }, { line: 3, column: 0, length: 4, decision: 'confirmed' }],
} as unknown as Draft
const keys = (filter: Parameters<typeof placesOf>[1]) => placesOf(draft, filter).map(({ key }) => key)

describe('moving among the places of a draft', () => {
  it('goes in reading order, a sentence after the slots in it', () => {
    expect(keys('all')).toEqual(['slot-1', 'slot-2', 'sentence-1-5', 'sentence-3-0', 'slot-3'])
  })

  it('shows one sort only, and of sentences those to decide on', () => {
    expect(keys('open')).toEqual(['slot-2', 'slot-3'])
    expect(keys('sentences')).toEqual(['sentence-1-5'])
  })

  it('finds the next shown place also from one that is not shown', () => {
    const [first] = placesOf(draft, 'all')
    expect(neighbourOf(placesOf(draft, 'open'), first ?? null, 1)?.key).toBe('slot-2')
    expect(neighbourOf(placesOf(draft, 'open'), first ?? null, -1)).toBeUndefined()
    expect(neighbourOf(placesOf(draft, 'open'), null, -1)?.key).toBe('slot-3')
  })
})
