import { describe, expect, it } from 'vitest'
import { buildTestAppOn, administratorOf } from '../../../test/helpers/app.ts'
import { testDatabase } from '../../../test/helpers/database.ts'
import { createClient } from '../../platform/contract/client.ts'
import { foundUnit } from '../org/actions.ts'
import { enterRecord } from '../records/actions.ts'
import { changeLocalPack, checkLocalPack, listTemplates, readCatalogue } from './contract.ts'
import { emptyCatalogue } from './schema/pack.ts'

const kind = `title: 开放日活动
source: { rule: 本单位规定 }
occurred: date
naming: title
fields:
  date: { title: 日期, type: date, required: true }
  title: { title: 名称, type: text, required: true }
`
const files = { 'kinds/open-day.yaml': kind }
const removal = { files: { 'kinds/open-day.yaml': null } }

describe('taking a kind out of the body’s own pack', () => {
  it('is possible while nothing is recorded, and refused afterwards', async () => {
    const database = await testDatabase()
    const client = createClient(administratorOf(await buildTestAppOn(database)))
    await client.call(changeLocalPack, { body: { expected: null, files } })
    expect((await client.call(checkLocalPack, { body: removal })).problems).toEqual([])
    const catalogue = await client.call(readCatalogue, {})
    const kinds = new Map(catalogue.kinds.map((one) => [one.id, one]))
    const context = { tenantId: database.tenantId, actor: '张敏' }
    const { unitId } = await database.write(context, (tx) => foundUnit(tx, { name: '办公室', type: 'division' }))
    await database.write(context, async (tx) => {
      const known = { ...emptyCatalogue(), packs: [{ id: 'local', version: '1.0.0', title: '本单位' }], kinds }
      await enterRecord(tx, known, { kind: 'open-day', unitId, fields: { date: '2026-01-05', title: '首次' } })
    })
    expect((await client.call(checkLocalPack, { body: removal })).problems).toMatchObject([{ file: 'local/kinds/open-day.yaml', line: 1 }])
    await expect(client.call(changeLocalPack, { body: { expected: '1.0.0', ...removal } })).rejects.toMatchObject({ code: 'kind-has-records' })
    expect((await client.call(readCatalogue, {})).kinds.some(({ id }) => id === 'open-day')).toBe(true)
  })
})

describe('listing the report templates', () => {
  it('says which metrics each uses', async () => {
    const client = createClient(administratorOf(await buildTestAppOn(await testDatabase())))
    const { templates } = await client.call(listTemplates, {})
    expect(templates.find(({ pack }) => pack === 'ideology-duty')?.metrics).toContain('meetings')
  })
})
