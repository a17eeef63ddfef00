import { expect, it, describe } from 'vitest'
import { ratiosOf, scoreAll, totalOf } from './run.ts'

describe('recognising the labelled reports', async () => {
  const ratios = ratiosOf(totalOf((await scoreAll()).map(({ score }) => score)))

  it('misses at most two of a hundred missing figures and invents at most two', () => {
    expect(ratios['missing found']).toBeGreaterThanOrEqual(0.98)
    expect(ratios['found false']).toBeLessThanOrEqual(0.02)
  })

  it('tells what sort of slot it is nine times in ten', () => {
    expect(ratios['kind right']).toBeGreaterThanOrEqual(0.9)
    expect(ratios['form right']).toBeGreaterThanOrEqual(0.9)
  })

  it('finds metric and facets of three slots in four', () => {
    expect(ratios['metric and facets right']).toBeGreaterThanOrEqual(0.75)
  })

  // Short of the 85 % aimed at: this holds what was reached. README.md says where the rest goes.
  it('does not bind or propose worse than it did', () => {
    expect(ratios['bound or rightly proposed']).toBeGreaterThanOrEqual(0.8)
  })
})
