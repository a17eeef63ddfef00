import { describe, expect, it } from 'vitest'
import type { Slot } from '../../src/engine/claims/slot.ts'
import { scoreReport, type Reading, type Truth } from './score.ts'

const place = { line: 1, column: 0, length: 1, text: 'x', kind: 'figure', form: 'count', measure: '件', filled: false } as const
const proposal = { kind: 'business-volume', metric: '封禁地址个数', measure: '件', phrase: '封禁地址' }
const unbound = { ...place, phrase: '', metric: null, facets: {}, proposal: null, certainty: 1, period: null, value: null }

function scoreOf(found: Partial<Slot>, also: Reading[]): string {
  const label: Truth = { ...place, metric: 'cases-closed', facets: {}, proposal: null, also }
  const { score } = scoreReport([{ ...unbound, ...found }], [label])
  return `metric ${score.metricRight} facets ${score.facetsRight} meant ${score.meantRight} of ${score.bindable}`
}

describe('scoring a slot with other readings', () => {
  const closed: Reading = { metric: 'cases', facets: { outcome: 'closed' } }

  it('takes another reading as right when metric and facets are met', () => {
    expect(scoreOf({ metric: 'cases', facets: { outcome: 'closed' } }, [closed])).toBe('metric 1 facets 1 meant 1 of 1')
  })

  it('does not mix the metric of one reading with the facets of another', () => {
    expect(scoreOf({ metric: 'cases', facets: {} }, [closed])).toBe('metric 1 facets 0 meant 0 of 1')
  })

  it('takes a proposal under `also` as meant, not as bound', () => {
    expect(scoreOf({ proposal }, [{ proposal }])).toBe('metric 0 facets 0 meant 1 of 1')
  })

  it('does not take any open metric for a proposal under `also`', () => {
    expect(scoreOf({ metric: 'business-volume', facets: { indicator: 'other' } }, [{ proposal }])).toBe('metric 0 facets 0 meant 0 of 1')
  })
})
