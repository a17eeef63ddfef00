import { beforeAll, describe, expect, it } from 'vitest'
import { administratorOf, signedIn, testApp } from '../../../test/helpers/app.ts'
import type { App } from '../../app.ts'
import { createClient, type Client } from '../../platform/contract/client.ts'
import {
  addPerson, changeUnit, closeUnit, erasePerson, fillPost, foundUnit, leavePost, listPeople, listUnits, readChart, readUnit,
} from './contract.ts'

let app: App
let administrator: Client
let bureau: string, office: string, roads: string, group: string

const found = async (name: string, parentId: string | null, more: { type?: 'body' | 'section' | 'group'; foundingDocument?: string; on?: string } = {}) =>
  (await administrator.call(foundUnit, { body: { name, type: more.type ?? 'section', parentId, on: more.on ?? '2019-03-01', foundingDocument: more.foundingDocument ?? null } })).unitId
const person = async (name: string) => (await administrator.call(addPerson, { body: { name } })).personId
const pathsOn = async (on: string, client = administrator) => (await client.call(listUnits, { query: { on } })).units.map(({ path }) => path)

beforeAll(async () => {
  app = await testApp()
  administrator = createClient(administratorOf(app))
  bureau = await found('云江市交通运输局', null, { type: 'body' })
  office = await found('办公室', bureau)
  roads = await found('公路科', bureau)
  group = await found('意识形态工作领导小组', bureau, { type: 'group', foundingDocument: '云交党〔2024〕3号', on: '2024-01-08' })
})

describe('founding a unit', () => {
  it.each([
    ['an empty name', { name: '  ', type: 'section' }, 'bad-unit', 'name'],
    ['a name that a sibling has', { name: '办公室', type: 'section' }, 'name-taken', 'name'],
    ['a group without its document', { name: '安全生产领导小组', type: 'group' }, 'no-document', 'foundingDocument'],
    ['a day before the unit above it', { name: '早办', type: 'section', on: '2018-01-01' }, 'parent-not-then', 'parentId'],
  ] as const)('refuses %s and names the field', async (_, draft, code, field) => {
    const founding = administrator.call(foundUnit, { body: { on: '2019-03-01', ...draft, parentId: bureau } })
    await expect(founding).rejects.toMatchObject({ code, details: { fields: [{ field }] } })
  })
})

describe('moving a unit', () => {
  it('changes the tree from the day on, says who did it, and refuses a version that others changed', async () => {
    const harbours = await found('港航中心', roads)
    await administrator.call(changeUnit, { params: { unitId: harbours }, body: { expectedVersion: 1, on: '2025-07-01', parentId: office, name: '港航事务中心' } })
    expect(await pathsOn('2025-06-30')).toContain('云江市交通运输局 / 公路科 / 港航中心')
    expect(await pathsOn('2025-07-01')).toContain('云江市交通运输局 / 办公室 / 港航事务中心')
    const page = await administrator.call(readUnit, { params: { unitId: harbours } })
    expect(page.slices.map(({ from, until, parent }) => [from, until, parent])).toEqual([['2019-03-01', '2025-07-01', '公路科'], ['2025-07-01', null, '办公室']])
    expect(page.events.map(({ type, on, actor }) => [type, on, actor])).toEqual([['unit.changed', '2025-07-01', 'administrator'], ['unit.founded', '2019-03-01', 'administrator']])
    const stale = administrator.call(changeUnit, { params: { unitId: harbours }, body: { expectedVersion: 1, on: '2026-01-01', name: '港航局' } })
    await expect(stale).rejects.toMatchObject({ code: 'stale-version' })
  })

  it('refuses to make a unit stand below itself, on that day or any later one', async () => {
    const inner = await found('里科', roads)
    const outer = await found('外科', roads)
    await administrator.call(changeUnit, { params: { unitId: inner }, body: { expectedVersion: 1, on: '2026-06-01', parentId: outer } })
    const moving = administrator.call(changeUnit, { params: { unitId: outer }, body: { expectedVersion: 1, on: '2026-01-01', parentId: inner } })
    await expect(moving).rejects.toMatchObject({ code: 'unit-cycle', details: { on: '2026-06-01', fields: [{ field: 'parentId' }] } })
  })
})

describe('closing a unit', () => {
  it('waits for what stands below it, ends its posts, and keeps what it was', async () => {
    const old = await found('老科', bureau)
    const below = await found('老股', old)
    const { postId } = await administrator.call(fillPost, { body: { unitId: old, personId: await person('陆平'), title: '科长', on: '2020-01-01' } })
    const close = (unitId: string) => administrator.call(closeUnit, { params: { unitId }, body: { expectedVersion: 1, on: '2025-01-01' } })
    await expect(close(old)).rejects.toMatchObject({ code: 'has-children' })
    await close(below)
    await close(old)
    expect(await pathsOn('2025-01-01')).not.toContain('云江市交通运输局 / 老科')
    expect(await pathsOn('2024-12-31')).toContain('云江市交通运输局 / 老科 / 老股')
    const { posts } = await administrator.call(readUnit, { params: { unitId: old } })
    expect(posts).toMatchObject([{ postId, until: '2025-01-01' }])
  })
})

describe('the responsibility chart', () => {
  it('shows who bore which responsibility on a day, the first before the direct', async () => {
    const [first, direct] = [await person('高建章'), await person('陈立群')]
    await administrator.call(fillPost, { body: { unitId: bureau, personId: direct, title: '副局长', responsibility: 'direct', on: '2024-01-08' } })
    const { postId } = await administrator.call(fillPost, { body: { unitId: bureau, personId: first, title: '局长', responsibility: 'first', on: '2024-01-08' } })
    await administrator.call(fillPost, { body: { unitId: group, personId: first, title: '组长', on: '2024-01-08' } })
    const onDay = async (on: string) => {
      const { units } = await administrator.call(readChart, { query: { unitId: bureau, on } })
      return units.flatMap(({ depth, posts }) => posts.map(({ name, title, responsibility }) => [depth, name, title, responsibility]))
    }
    expect(await onDay('2025-01-01')).toEqual(expect.arrayContaining([[0, '高建章', '局长', 'first'], [0, '陈立群', '副局长', 'direct'], [1, '高建章', '组长', null]]))
    expect((await onDay('2025-01-01'))[0]?.[3]).toBe('first')
    await expect(administrator.call(leavePost, { params: { postId }, body: { on: '2023-01-01' } })).rejects.toMatchObject({ details: { fields: [{ field: 'on' }] } })
    await administrator.call(leavePost, { params: { postId }, body: { on: '2025-06-01' } })
    expect((await onDay('2025-06-01')).map(([, , title]) => title)).toEqual(['副局长', '组长'])
    await expect(administrator.call(leavePost, { params: { postId }, body: { on: '2025-07-01' } })).rejects.toMatchObject({ code: 'post-left' })
  })

  it('refuses a post in a unit of another time, twice the same, or without a title', async () => {
    const personId = await person('何书远')
    const fill = (more: object) => administrator.call(fillPost, { body: { unitId: group, personId, title: '成员', on: '2024-02-01', ...more } })
    await expect(fill({ on: '2020-01-01' })).rejects.toMatchObject({ code: 'bad-day', details: { fields: [{ field: 'on' }] } })
    await expect(fill({ title: ' ' })).rejects.toMatchObject({ code: 'bad-post', details: { fields: [{ field: 'title' }] } })
    await fill({})
    await expect(fill({ on: '2024-03-01' })).rejects.toMatchObject({ code: 'post-held' })
  })
})

describe('people', () => {
  it('are found by name, post or unit, in the order of their names', async () => {
    const { people } = await administrator.call(listPeople, { query: { show: 'present' } })
    expect(people.map(({ name }) => name)).toEqual(['陈立群', '高建章', '何书远'])
    const named = await administrator.call(listPeople, { query: { words: '副局长' } })
    expect(named.people.map(({ name }) => name)).toEqual(['陈立群'])
    const ofGroup = await administrator.call(listPeople, { query: { unitId: group } })
    expect(ofGroup.people.map(({ name }) => name)).toEqual(['高建章', '何书远'])
  })

  it('are erased only when they hold no post, by typing the name, and for good', async () => {
    const personId = await person('沈一宁')
    const { postId } = await administrator.call(fillPost, { body: { unitId: office, personId, title: '科员', on: '2024-01-01' } })
    const erase = (name: string) => administrator.call(erasePerson, { params: { personId }, body: { name } })
    await expect(erase('沈一')).rejects.toMatchObject({ code: 'name-differs', details: { fields: [{ field: 'name' }] } })
    await expect(erase('沈一宁')).rejects.toMatchObject({ code: 'person-in-post' })
    await administrator.call(leavePost, { params: { postId }, body: { on: '2025-01-01' } })
    await erase('沈一宁')
    const page = await administrator.call(readUnit, { params: { unitId: office } })
    expect(page.posts.find((post) => post.postId === postId)?.name).toBe('')
    expect((await administrator.call(listPeople, { query: { words: '沈' } })).total).toBe(0)
    await expect(erase('沈一宁')).rejects.toMatchObject({ code: 'no-person' })
    const verified = await app.inject({ method: 'POST', url: '/api/log/verify', headers: { authorization: 'Bearer test-token' }, payload: {} })
    expect(verified.json()).toMatchObject({ sound: true })
  })
})

describe('someone of one unit', () => {
  it('reads that unit with what is below it, and changes nothing', async () => {
    const reader = createClient(await signedIn(app, { role: 'clerk', unitId: office }))
    expect(await pathsOn('2026-03-01', reader)).toEqual(['云江市交通运输局 / 办公室', '云江市交通运输局 / 办公室 / 港航事务中心'])
    await expect(reader.call(readUnit, { params: { unitId: roads } })).rejects.toMatchObject({ code: 'no-unit' })
    await expect(reader.call(readChart, { query: { unitId: bureau } })).rejects.toMatchObject({ code: 'no-unit' })
    expect((await reader.call(listPeople, {})).people.flatMap(({ posts }) => posts.map(({ unit }) => unit))).toEqual(['办公室'])
    await expect(reader.call(addPerson, { body: { name: '某人' } })).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await reader.call(readUnit, { params: { unitId: office } })).mayChange).toBe(false)
  })
})
