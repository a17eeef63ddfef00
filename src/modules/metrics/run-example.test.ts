import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/helpers/database.ts'
import { checkPack, examplesOf } from '../packs/check.ts'
import { shippedCatalogue, shippedPacks } from '../packs/shipped.ts'
import { exampleRunner } from './run-example.ts'

describe('exampleRunner', () => {
  it('finds every example of the shipped packs to come out', async () => {
    const run = exampleRunner(await testDatabase())
    const problems = []
    for (const dir of await shippedPacks()) problems.push(...(await checkPack(dir, run)))
    expect(problems).toEqual([])
  })

  it('says what came out otherwise, and how it was computed', async () => {
    const run = exampleRunner(await testDatabase())
    const catalogue = await shippedCatalogue()
    const [dir = ''] = (await shippedPacks()).filter((pack) => pack.endsWith('common'))
    const [example] = (await examplesOf(dir)).filter(({ id }) => id === 'meetings-by-category-and-topic')
    if (example === undefined) throw new Error('no example')
    const changed = { ...example, expect: [{ metric: 'meetings', facets: { topic: 'ideology' }, value: 5, records: 2 }] }
    expect(await run(catalogue, changed)).toEqual([
      expect.stringMatching(/^“.*topic=ideology”的值应为 5，算得 2。2026年1月1日至12月31日，全单位台账“.*”中.*含“意识形态”的记录共2条，按发生日期计数。$/),
    ])
    const bad = { ...example, given: [{ kind: 'meeting', unit: '本单位', fields: { date: '昨天', title: '会' } }] }
    expect(await run(catalogue, bad)).toEqual([expect.stringContaining('第 1 条 given：记录不能保存')])
  })
})
