import { describe, expect, it } from 'vitest'
import { typedNumber, withValue } from './typed-value.ts'

describe('typedNumber', () => {
  it.each<[string, string | number]>([
    ['23', 23], ['1,204', 1204], ['12.5', 12.5], ['-3', -3], [' 7 ', 7],
    ['12.', '12.'], ['12.0', '12.0'], ['二十三', '二十三'], ['', ''], ['1e3', '1e3'],
  ])('reads %j as %j', (typed, value) => {
    expect(typedNumber(typed)).toBe(value)
  })
})

describe('withValue', () => {
  it('takes an emptied field away', () => {
    expect(withValue({ a: 1, b: 'x' }, 'a', '')).toEqual({ b: 'x' })
    expect(withValue({ a: 1 }, 'b', [])).toEqual({ a: 1 })
    expect(withValue({}, 'b', 0)).toEqual({ b: 0 })
  })
})
