import { describe, expect, inject, it } from 'vitest'
import { asOwner, testDatabase } from '../../../test/helpers/database.ts'
import { fixedClock } from '../clock.ts'
import { checkpointOf } from '../events/checkpoint.ts'
import { createTenant } from '../events/tenants.ts'
import { verifyLog } from '../events/verify.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'

const clock = fixedClock(new Date('2026-03-05T08:00:00Z'))
const nothing = async () => undefined

describe('openDatabase', () => {
  it('refuses to serve as the owner of the tables', async () => {
    const { ownerUrl } = await testDatabase()
    await expect(openDatabase({ url: ownerUrl, clock })).rejects.toMatchObject({ code: 'unfit-role' })
  })

  it('refuses a schema newer than the program, touching nothing', async () => {
    const { url, ownerUrl } = await testDatabase()
    await asOwner(ownerUrl, `insert into schema_migrations values (999, '999-future.sql', now())`)
    await expect(openDatabase({ url, clock })).rejects.toMatchObject({ code: 'schema-newer' })
    await expect(openDatabase({ url, ownerUrl, clock })).rejects.toMatchObject({ code: 'schema-newer', details: { found: 999 } })
  })

  it('refuses an older schema when it may not upgrade it', async () => {
    const { url, ownerUrl } = await testDatabase()
    await asOwner(ownerUrl, `delete from schema_migrations where version = (select max(version) from schema_migrations)`)
    await expect(openDatabase({ url, clock })).rejects.toMatchObject({ code: 'schema-older' })
  })

  it('lets several programs migrate at the same time', async () => {
    const { ownerUrl } = await testDatabase()
    await asOwner(ownerUrl, 'drop schema public cascade; create schema public')
    const app = new URL(inject('appUrl')).username
    await Promise.all(Array.from({ length: 4 }, () => migrate(ownerUrl, app)))
    const opened = await openDatabase({ url: appOn(ownerUrl), ownerUrl, clock })
    expect(await createTenant(opened, { name: '一' })).toBe(1)
    await opened.close()
  })
})

describe('tenants', () => {
  it('see nothing of one another', async () => {
    const database = await testDatabase()
    const other = await createTenant(database, { name: '另一个单位' })
    await database.write({ tenantId: other, actor: 'x' }, async (tx) => {
      tx.append({ type: 'test.happened', subject: 'test:1', content: {} }, nothing)
    })
    const seen = await database.read(database.tenantId, (db) => db.selectFrom('events').select(['tenant_id']).execute())
    expect(new Set(seen.map((row) => row.tenant_id))).toEqual(new Set([database.tenantId]))
  })

  it('cannot be written to from another', async () => {
    const database = await testDatabase()
    const other = await createTenant(database, { name: '另一个单位' })
    const writing = database.write({ tenantId: database.tenantId, actor: 'x' }, async (tx) => {
      await tx.insertInto('person_keys').values({ tenant_id: other, person_id: '00000000-0000-4000-8000-000000000000', key: Buffer.alloc(32) }).execute()
    })
    await expect(writing).rejects.toThrow(/row-level security/)
  })
})

describe('two programs on one database', () => {
  it('append to one chain without gaps', async () => {
    const first = await testDatabase()
    const second = await openDatabase({ url: first.url, clock })
    const { tenantId } = first
    const append = (database: typeof second) =>
      database.write({ tenantId, actor: 'x' }, async (tx) => {
        tx.append({ type: 'test.happened', subject: 'test:1', content: {} }, nothing)
        tx.append({ type: 'test.happened', subject: 'test:2', content: {} }, nothing)
      })
    await Promise.all(Array.from({ length: 60 }, (_, n) => append(n % 2 === 0 ? first : second)))
    await second.close()

    const { broken, events } = await verifyLog(first, tenantId, { projections: [] })
    expect({ broken, events }).toEqual({ broken: null, events: 121 })
    expect((await first.read(tenantId, checkpointOf)).position).toBe(121)
  })
})

describe('read', () => {
  it('stays in one snapshot and cannot write', async () => {
    const database = await testDatabase()
    const { tenantId } = database
    const positions = await database.read(tenantId, async (db) => {
      const before = await checkpointOf(db)
      await database.write({ tenantId, actor: 'x' }, async (tx) => {
        tx.append({ type: 'test.happened', subject: 'test:1', content: {} }, nothing)
      })
      return [before.position, (await checkpointOf(db)).position]
    })
    expect(positions[0]).toBe(positions[1])
    await expect(
      database.read(tenantId, (db) => db.deleteFrom('person_keys').execute()),
    ).rejects.toThrow(/read-only/)
  })
})

function appOn(ownerUrl: string): string {
  const url = new URL(inject('appUrl'))
  url.pathname = new URL(ownerUrl).pathname
  return url.href
}
