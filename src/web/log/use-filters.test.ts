import { describe, expect, it } from 'vitest'
import { filtersOf } from './use-filters.ts'

const filters = (written: string) => filtersOf(new URLSearchParams(written))

describe('filtersOf', () => {
  it('takes both days as whole days of the reader’s clock', () => {
    expect(filters('from=2026-03-05&to=2026-03-05')).toEqual({
      from: new Date(2026, 2, 5).toISOString(),
      before: new Date(2026, 2, 6).toISOString(),
    })
  })

  it('leaves out what is empty, no day, or not a filter', () => {
    expect(filters('types=record.entered&actor=&from=昨天&event=12')).toEqual({ types: 'record.entered' })
  })
})
