import { describe, expect, it } from 'vitest'
import { facetChange, isNarrowed, keptAddress, noFilter, readAsked } from './asked.ts'

const asked = (text: string) => readAsked(new URLSearchParams(text))

describe('reading the address of a list', () => {
  it('asks for valid records, the newest first, when it says nothing', () => {
    expect(asked('')).toEqual({ filter: { state: 'recorded', facets: {} }, sort: '-occurredOn', page: 1, size: 50, columns: null, viewId: null })
    expect(isNarrowed(asked('').filter)).toBe(false)
  })

  it('reads what a facet was narrowed to back, whatever stands in the values', () => {
    const values = ['network-security', '城东, 北站', '100%', '']
    const change = facetChange('topic', values)
    const text = new URLSearchParams(Object.entries(change).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
    expect(asked(text.toString()).filter.facets).toEqual({ topic: values })
  })

  it.each(['page=x', 'page=-3', 'size=7', 'from=gestern', 'state=deleted', 'f.topic=%E0%A4%A'])('takes what is no sense as not said: %s', (text) => {
    expect(asked(text)).toMatchObject({ page: 1, size: 50, filter: { state: 'recorded' } })
  })
})

describe('changing the address of a list', () => {
  it('takes every filter away and leaves order and columns', () => {
    expect(Object.keys(noFilter(new URLSearchParams('search=a&f.topic=b&sort=title&columns=x')))).toEqual(
      ['search', 'from', 'to', 'unit', 'unitOnly', 'state', 'workflow', 'page', 'f.topic'],
    )
  })

  it('keeps a view the same in whatever order it was put together', () => {
    expect(keptAddress(new URLSearchParams('sort=title&page=3&from=2026-01-01&view=v'))).toBe('from=2026-01-01&sort=title')
  })
})
