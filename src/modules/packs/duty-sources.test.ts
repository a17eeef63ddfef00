import { describe, expect, it } from 'vitest'
import { dutySources } from './duty-sources.ts'
import { shippedCatalogue } from './shipped.ts'

describe('dutySources', () => {
  it('is what docs/duties.md holds; vitest -u writes it anew', async () => {
    await expect(dutySources(await shippedCatalogue())).toMatchFileSnapshot('../../../docs/duties.md')
  })
})
