import { describe, expect, it } from 'vitest'
import { administratorOf, buildTestApp, buildTestAppOn } from '../../../test/helpers/app.ts'
import { createClient } from '../../platform/contract/client.ts'
import { testDatabase } from '../../../test/helpers/database.ts'
import { adoptedPacks, adoptPack } from './adoption.ts'
import { changeLocalPack, checkLocalPack, listPacks, readCatalogue, readLocalPack, readUpgrade, rollBackPack, upgradePack } from './contract.ts'

const kind = `title: 开放日活动
source: { rule: 本单位规定 }
occurred: date
naming: title
fields:
  date: { title: 日期, type: date, required: true }
  title: { title: 名称, type: text, required: true }
`
const metric = `title: 开放日次数
source: { rule: 本单位规定 }
kind: open-day
form: count
measures: [次]
phrases: [开放日]
`
const both = { 'kinds/open-day.yaml': kind, 'metrics/open-days.yaml': metric }

async function body() {
  const app = await buildTestApp()
  return createClient(administratorOf(app))
}

describe('putting packs in force', () => {
  it('adopts the shipped packs at the first start, as they are', async () => {
    const client = await body()
    const { packs } = await client.call(listPacks, {})
    expect(packs.map(({ id, offered }) => [id, offered])).toEqual([
      ['calendar-cn', null], ['common', null], ['cases', null], ['findings', null], ['ideology-duty', null], ['network-security-duty', null], ['publishing', null],
    ])
    expect((await client.call(readUpgrade, { params: { pack: 'common' } })).differences).toEqual([])
  })
})

describe('changing the version of a pack', () => {
  it('takes the program’s version, goes back to the one before, and refuses a step from a version that is gone', async () => {
    const database = await testDatabase()
    await buildTestAppOn(database)
    await database.write({ tenantId: database.tenantId, actor: '张敏' }, async (tx) => {
      const texts = new Map((await adoptedPacks(tx)).get('findings')?.texts)
      texts.delete('duties/look-back.yaml')
      adoptPack(tx, { pack: 'findings', version: '0.9.0', previous: '1.0.0', texts })
    })
    const client = createClient(administratorOf(await buildTestAppOn(database)))
    const standing = async () => {
      const found = (await client.call(listPacks, {})).packs.find(({ id }) => id === 'findings')
      return [found?.version, found?.offered, found?.earlier, found?.duties]
    }
    expect(await standing()).toEqual(['0.9.0', '1.0.0', '1.0.0', 4])
    await client.call(upgradePack, { params: { pack: 'findings' }, body: { from: '0.9.0' } })
    expect(await standing()).toEqual(['1.0.0', null, '0.9.0', 5])
    await client.call(rollBackPack, { params: { pack: 'findings' }, body: { from: '1.0.0' } })
    expect(await standing()).toEqual(['0.9.0', '1.0.0', '1.0.0', 4])
    await expect(client.call(rollBackPack, { params: { pack: 'findings' }, body: { from: '1.0.0' } })).rejects.toMatchObject({ code: 'stale-pack' })
    await expect(client.call(rollBackPack, { params: { pack: 'common' }, body: { from: '1.0.0' } })).rejects.toMatchObject({ code: 'no-earlier-pack' })
  })
})

describe('changing the body’s own pack', () => {
  it('puts its kinds and metrics in force at once', async () => {
    const client = await body()
    const { version } = await client.call(changeLocalPack, { body: { expected: null, files: both } })
    expect(version).toBe('1.0.0')
    const { metrics } = await client.call(readCatalogue, {})
    expect(metrics.find(({ id }) => id === 'open-days')).toMatchObject({ kind: 'open-day', pack: 'local' })
    expect((await client.call(readLocalPack, {})).files.map(({ path }) => path)).toEqual(Object.keys(both))
  })

  it('keeps nothing of a pack with a mistake, and says file and line', async () => {
    const client = await body()
    const files = { ...both, 'metrics/open-days.yaml': metric.replace('open-day', 'no-such-kind') }
    await expect(client.call(changeLocalPack, { body: { expected: null, files } })).rejects.toMatchObject({
      code: 'pack-problems', details: { problems: [{ file: 'local/metrics/open-days.yaml', line: 3 }] },
    })
    expect(await client.call(readLocalPack, {})).toEqual({ version: null, files: [] })
    expect((await client.call(checkLocalPack, { body: { files } })).problems).toHaveLength(1)
  })

  it.each([
    ['a place outside the folders', { '../secret.yaml': 'x' }, 'bad-pack-path'],
    ['its manifest', { 'pack.yaml': 'id: other' }, 'bad-pack-path'],
    ['an id that a shipped pack has', { 'kinds/meeting.yaml': kind }, 'pack-problems'],
  ])('refuses %s', async (_, files, code) => {
    const client = await body()
    await expect(client.call(changeLocalPack, { body: { expected: null, files } })).rejects.toMatchObject({ code })
  })

  it('lets the second of two who changed the same version know', async () => {
    const client = await body()
    await client.call(changeLocalPack, { body: { expected: null, files: both } })
    await expect(client.call(changeLocalPack, { body: { expected: null, files: both } })).rejects.toMatchObject({ code: 'stale-pack' })
    expect((await client.call(changeLocalPack, { body: { expected: '1.0.0', files: { 'metrics/open-days.yaml': null } } })).version).toBe('1.0.1')
  })
})
