import { describe, expect, it } from 'vitest'
import { asOwner, testDatabase } from '../../../test/helpers/database.ts'
import { AccessLog, verifyAccessLog } from './access-log.ts'
import { checkpointOf } from './checkpoint.ts'

describe('AccessLog', () => {
  it('stores what was noted, in order, without moving the log of the tenant', async () => {
    const database = await testDatabase()
    const { tenantId } = database
    const before = await database.read(tenantId, checkpointOf)
    const log = new AccessLog(database)
    for (let n = 0; n < 450; n += 1) log.note(tenantId, { actor: '张敏', action: 'read', subject: `record:${n}` })
    await log.flush()
    const stored = await database.read(tenantId, (db) => db.selectFrom('access_entries').select(['position', 'payload']).orderBy('position').execute())
    expect(stored.map(({ position }) => position)).toEqual(Array.from({ length: 450 }, (_, n) => n + 1))
    expect(JSON.parse(stored[449]?.payload.toString('utf8') ?? '')).toEqual({
      actor: '张敏', action: 'read', subject: 'record:449', at: '2026-03-05T08:00:00.000Z',
    })
    expect(await database.read(tenantId, checkpointOf)).toEqual(before)
  })

  it('shows where it was changed', async () => {
    const database = await testDatabase()
    const log = new AccessLog(database)
    for (let n = 0; n < 5; n += 1) log.note(database.tenantId, { actor: '张敏', action: 'export', subject: `report:${n}` })
    await log.flush()
    expect(await verifyAccessLog(database, database.tenantId)).toBeNull()
    await asOwner(database.ownerUrl, 'delete from access_entries where position = 5')
    expect(await verifyAccessLog(database, database.tenantId)).toBe(5)
    await asOwner(database.ownerUrl, `update access_entries set payload = '{}' where position = 2`)
    expect(await verifyAccessLog(database, database.tenantId)).toBe(2)
  })
})
