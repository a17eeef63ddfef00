import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, exactly, percentage, toNumber } from './exact.ts'

describe('toNumber', () => {
  it.each([
    [1973_45n, 4, 2, 19.73],
    [1973_50n, 4, 2, 19.74],
    [-25n, 1, 0, -3],
    [-24n, 1, 0, -2],
    [1005n, 3, 2, 1.01],
    [5n, 0, 2, 5],
    [0n, 2, 0, 0],
  ])('rounds %s / 10^%s half up at %s digits', (units, digits, roundTo, value) => {
    expect(toNumber({ units: units, digits }, roundTo)).toBe(value)
  })

  it('gives back what was kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 6 }), (units, digits) => {
        const value = toNumber({ units: BigInt(units), digits })
        expect(exactly(value, digits).units).toBe(BigInt(units))
      }),
    )
  })
})

describe('percentage', () => {
  it.each([
    [2n, 3n, 2, 66.67],
    [1n, 8n, 1, 12.5],
    [1n, 800n, 2, 0.13],
    [-1n, 800n, 2, -0.13],
    [0n, 5n, 2, 0],
    [7n, 7n, 0, 100],
  ])('of %s in %s', (part, whole, digits, value) => {
    expect(percentage({ units: part, digits: 0 }, { units: whole, digits: 0 }, digits)).toBe(value)
  })

  it('reads sums of different digits', () => {
    expect(percentage({ units: 125n, digits: 1 }, { units: 50n, digits: 0 }, 1)).toBe(25)
    expect(percentage({ units: 5n, digits: 0 }, { units: 2000n, digits: 2 }, 1)).toBe(25)
  })
})

describe('difference', () => {
  it('keeps the finer digits', () => {
    expect(difference({ units: 15n, digits: 1 }, { units: 1n, digits: 0 })).toEqual({ units: 5n, digits: 1 })
  })
})
