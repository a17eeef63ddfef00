import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/helpers/database.ts'
import type { TestDatabase } from '../../../test/helpers/database.ts'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import { changeUnit, closeUnit, foundUnit } from './actions.ts'
import { addPerson } from './people.ts'
import { fillPost, leavePost, postsOf } from './posts.ts'
import { resolveUnit, subtree, unitTree } from './tree.ts'

let database: TestDatabase
let bureau: string, office: string, roads: string, harbours: string
let knownBefore: number

const write = <T>(run: (tx: Tx) => Promise<T>) => database.write({ tenantId: database.tenantId, actor: '张敏' }, run)
const read = <T>(run: (db: Reader) => Promise<T>) => database.read(database.tenantId, run)
const found = async (name: string, parentId: string | null, type = 'division') =>
  (await write((tx) => foundUnit(tx, { name, type, parentId }))).unitId

beforeAll(async () => {
  database = await testDatabase()
  bureau = await found('云江市交通运输局', null, 'bureau')
  office = await found('办公室', bureau)
  roads = await found('公路科', bureau)
  harbours = await found('港航中心', roads)
  knownBefore = (await read(checkpointOf)).position
  await write((tx) => changeUnit(tx, { unitId: harbours, expectedVersion: 1, on: '2025-07-01', parentId: office, name: '港航事务中心' }))
  await write((tx) => closeUnit(tx, { unitId: roads, expectedVersion: 1, on: '2026-01-01' }))
})

describe('subtree', () => {
  it('is the tree as it was on the day', async () => {
    expect(await read((db) => subtree(db, roads, { on: '2025-06-30' }))).toEqual([roads, harbours])
    expect(await read((db) => subtree(db, roads, { on: '2025-07-01' }))).toEqual([roads])
    expect((await read((db) => subtree(db, bureau, { on: '2026-03-01' }))).toSorted()).toEqual([bureau, harbours, office].toSorted())
  })

  it('is the tree as it was known at a position', async () => {
    const known = await read((db) => subtree(db, roads, { on: '2026-03-01', position: knownBefore }))
    expect(known).toEqual([roads, harbours])
  })

  it('is the unit alone on a day it was not in the tree, and refuses one that never was', async () => {
    expect(await read((db) => subtree(db, roads, { on: '2026-03-01' }))).toEqual([roads])
    const stranger = '00000000-0000-4000-8000-000000000000'
    await expect(read((db) => subtree(db, stranger, { on: '2026-03-01' }))).rejects.toMatchObject({ code: 'no-unit' })
  })
})

describe('changeUnit', () => {
  it('keeps the name of every day', async () => {
    const nameOn = async (on: string) => (await read((db) => unitTree(db, { on }))).byId.get(harbours)?.name
    expect([await nameOn('2025-06-30'), await nameOn('2025-07-01')]).toEqual(['港航中心', '港航事务中心'])
  })

  it('refuses to move a unit below itself', async () => {
    const moving = write((tx) => changeUnit(tx, { unitId: bureau, expectedVersion: 1, on: '2026-01-01', parentId: office }))
    await expect(moving).rejects.toMatchObject({ code: 'unit-cycle' })
  })

  it('refuses a stale version', async () => {
    const stale = write((tx) => changeUnit(tx, { unitId: harbours, expectedVersion: 1, on: '2026-02-01', name: '港航局' }))
    await expect(stale).rejects.toMatchObject({ code: 'stale-version' })
  })
})

describe('resolveUnit', () => {
  it('knows a unit by its name and by its name behind those above it', async () => {
    const idOf = async (name: string) => (await read((db) => resolveUnit(db, name, { on: '2026-03-01' })))?.unitId ?? null
    expect(await idOf('办公室')).toBe(office)
    expect(await idOf('云江市交通运输局 办公室')).toBe(office)
    expect(await idOf('办公室港航事务中心')).toBe(harbours)
    expect(await idOf('财务科')).toBeNull()
  })

  it('asks which of two when both have the name', async () => {
    await found('办公室', office)
    await expect(read((db) => resolveUnit(db, '办公室', { on: '2026-03-01' }))).rejects.toMatchObject({ code: 'unit-ambiguous' })
  })
})

describe('a leading group', () => {
  it('is a dated unit with its founding document and posts', async () => {
    const { unitId } = await write((tx) =>
      foundUnit(tx, { name: '网络安全领导小组', type: 'group', parentId: bureau, foundingDocument: '云交〔2024〕8号', on: '2024-03-01' }),
    )
    const { personId } = await write((tx) => addPerson(tx, { name: '周正' }))
    const { postId } = await write((tx) => fillPost(tx, { unitId, personId, title: '组长', on: '2024-03-01' }))
    await write((tx) => leavePost(tx, { postId, on: '2026-01-01' }))
    const titlesOn = async (on: string) => (await read((db) => postsOf(db, unitId, { on }))).map(({ title, name }) => title + name)
    expect(await titlesOn('2025-12-31')).toEqual(['组长周正'])
    expect(await titlesOn('2026-01-01')).toEqual([])
    const { byId } = await read((db) => unitTree(db, { on: '2024-02-28' }))
    expect(byId.has(unitId)).toBe(false)
  })

  it('keeps a name out of the log in clear', async () => {
    const rows = await read((db) => db.selectFrom('events').select('payload').where('type', '=', 'person.added').execute())
    expect(rows).not.toHaveLength(0)
    for (const { payload } of rows) expect(payload.toString('utf8')).not.toContain('周正')
  })
})
