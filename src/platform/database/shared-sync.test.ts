import { describe, expect, it } from 'vitest'
import { SharedSync } from './shared-sync.ts'

/** A disk whose journeys end when they are told to. */
function disk() {
  const journeys: { end(): void; fail(): void }[] = []
  const sync = new SharedSync(() => new Promise<void>((resolve, reject) => journeys.push({ end: resolve, fail: () => reject(new Error('no disk')) })))
  return { journeys, sync }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('SharedSync', () => {
  it('lets those that ask while one journey runs share the next, which begins after they asked', async () => {
    const { journeys, sync } = disk()
    const settled: string[] = []
    const ask = (name: string) => void sync.done().then(() => settled.push(name))
    ask('first')
    await turn()
    ask('second')
    ask('third')
    await turn()
    expect(journeys).toHaveLength(1)
    journeys[0]?.end()
    await turn()
    expect(settled).toEqual(['first'])
    expect(journeys).toHaveLength(2)
    journeys[1]?.end()
    await turn()
    expect(settled).toEqual(['first', 'second', 'third'])
  })

  it('tells those whose journey failed, and goes on with the next', async () => {
    const { journeys, sync } = disk()
    const first = sync.done()
    await turn()
    const second = sync.done()
    journeys[0]?.fail()
    await expect(first).rejects.toThrow('no disk')
    await turn()
    journeys[1]?.end()
    await expect(second).resolves.toBeUndefined()
  })
})
