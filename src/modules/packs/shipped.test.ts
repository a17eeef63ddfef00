import { describe, expect, it } from 'vitest'
import { loadPacks } from './loader.ts'
import { shippedPacks } from './shipped.ts'

describe('loadPacks of the shipped packs', () => {
  it('finds no problem in them', async () => {
    const { problems } = await loadPacks(await shippedPacks())
    expect(problems).toEqual([])
  })
})
