import { expect, it } from 'vitest'
import { testDatabase } from '../../../test/helpers/database.ts'
import type { LoggedEvent } from './logged-event.ts'
import { Reactions, runReaction, type Reaction } from './reactions.ts'

const told: number[] = []
const reaction = (handle: (events: LoggedEvent[]) => Promise<void>): Reaction => ({ name: 'test', types: ['house.built'], handle })
const note = reaction(async (events) => void told.push(...events.map(({ position }) => position)))

it('tells of every event of its types once, in order, and again only what was not finished', async () => {
  const database = await testDatabase()
  const { tenantId } = database
  const happens = (type: string, times = 1) =>
    database.write({ tenantId, actor: '测试' }, async (tx) => {
      for (let n = 0; n < times; n += 1) tx.append({ type, subject: `house:${n}`, content: {} }, async () => undefined)
    })
  await happens('house.built', 450)
  await happens('house.sold')
  await runReaction(database, tenantId, note)
  await runReaction(database, tenantId, note)
  expect(told).toEqual(Array.from({ length: 450 }, (_, n) => n + 2))
  await happens('house.built')
  const failing = reaction(() => Promise.reject(new Error('停电')))
  await expect(runReaction(database, tenantId, failing)).rejects.toThrow('停电')
  await runReaction(database, tenantId, note)
  expect(told.at(-1)).toBe(453)
})

it('runs by itself after a commit, and says what failed', async () => {
  const database = await testDatabase()
  const { tenantId } = database
  let fails = true
  const reactions = new Reactions(database, tenantId, [reaction(async () => {
    if (fails) throw new Error('停电')
    told.push(-1)
  })])
  await database.write({ tenantId, actor: '测试' }, async (tx) => tx.append({ type: 'house.built', subject: 'house:1', content: {} }, async () => undefined))
  await expect.poll(() => reactions.failures.get('test')?.message, { timeout: 20_000 }).toBe('停电')
  fails = false
  await reactions.run()
  expect([told.at(-1), reactions.failures.size]).toEqual([-1, 0])
  await reactions.close()
})
