import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/helpers/database.ts'
import { checkpointOf } from '../events/checkpoint.ts'

const nothing = async () => undefined

describe('write', () => {
  it('gives events gapless positions in the order of their commits', async () => {
    const database = await testDatabase()
    const { tenantId } = database
    const positions: number[] = []
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        database.write({ tenantId, actor: 'clerk' }, async (tx) => {
          tx.append({ type: 'test.happened', subject: `test:${n}`, content: { n } }, async (position) => {
            positions.push(position)
          })
        }),
      ),
    )
    expect(positions).toEqual(Array.from({ length: 50 }, (_, n) => n + 2))
    expect((await database.read(tenantId, checkpointOf)).position).toBe(51)
  })

  it('keeps nothing when a projection fails', async () => {
    const database = await testDatabase()
    const { tenantId } = database
    const before = await database.read(tenantId, checkpointOf)
    await expect(
      database.write({ tenantId, actor: 'clerk' }, async (tx) => {
        tx.append({ type: 'test.happened', subject: 'test:1', content: {} }, nothing)
        tx.append({ type: 'test.happened', subject: 'test:2', content: {} }, async () => {
          throw new Error('refused')
        })
      }),
    ).rejects.toThrow('refused')
    expect(await database.read(tenantId, checkpointOf)).toEqual(before)
  })
})
