import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from './envelope.ts'

describe('canonicalText', () => {
  it('is canonical JSON (RFC 8785), as the library writes it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(canonicalText({ value, 10: 1, 9: 2 })).toBe(canonicalize({ value, 10: 1, 9: 2 }))
        expect(canonicalText({ value })).toBe(canonicalize({ value }))
      }),
    )
  })

  it('does not depend on the order in which keys were set', () => {
    expect(canonicalText({ b: [{ d: 1, c: 2 }], a: '会' })).toBe(canonicalText({ a: '会', b: [{ c: 2, d: 1 }] }))
  })

  it('refuses what is not JSON', () => {
    expect(() => canonicalText({ rate: Number.NaN })).toThrow(/NaN/)
  })
})
