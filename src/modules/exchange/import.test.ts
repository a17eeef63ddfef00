import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/helpers/database.ts'
import { NotAllowed } from '../../platform/errors.ts'
import { unitTree } from '../org/tree.ts'
import { shippedCatalogue } from '../packs/shipped.ts'
import { verify } from '../records/verify.ts'
import { importLedgers } from './import.ts'

const catalogue = await shippedCatalogue()
let database: TestDatabase
const importer = () => ({ tenantId: database.tenantId, name: '张敏' })

function csv(name: string, rows: [day: string, title: string, unit: string][]) {
  const lines = [['召开日期', '会议名称', '会议类别', '责任科室'], ...rows.map(([day, title, unit]) => [day, title, '专题会', unit])]
  return { name, bytes: new TextEncoder().encode(lines.map((cells) => cells.join(',')).join('\n')) }
}

const many = (day: string, unit: string) => Array.from({ length: 3_000 }, (_, n): [string, string, string] => [day, `第${n + 1}次会议`, unit])

/** What the database holds of records, batches and units. */
async function kept() {
  return database.read(database.tenantId, async (db) => {
    const records = await db.selectFrom('record_versions').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
    const batches = await db.selectFrom('import_batches').select(['file_name', 'records']).orderBy('position').execute()
    const { byId } = await unitTree(db, { on: '2026-03-05' })
    return { records: records.n, batches: batches.map(({ file_name: name, records: count }) => [name, count]), units: [...byId.values()].map(({ name }) => name).sort() }
  })
}

beforeAll(async () => {
  database = await testDatabase()
})

describe('importLedgers', () => {
  it('keeps nothing of any file, and no unit, when a later row of a later file has an error', async () => {
    const before = await kept()
    const files = [csv('甲.csv', many('2026-01-05', '办公室')), csv('乙.csv', [...many('2026-02-05', '法规科'), ['待定', '没有日期的会', '法规科']])]
    await expect(importLedgers({ database, catalogue }, importer(), files)).rejects.toMatchObject({ code: 'ledger-errors', details: { errorCount: 1 } })
    expect(await kept()).toEqual(before)
  })

  it('records several files at once, each as a batch, with the units they name', async () => {
    const files = [csv('甲.csv', many('2026-01-05', '办公室')), csv('说明会议.csv', []), csv('乙.csv', [['2026-02-05', '乙会', '法规科']])]
    const { imported, units, reading } = await importLedgers({ database, catalogue }, importer(), files)
    expect({ imported, units, read: reading.recordCount }).toEqual({ imported: 3_001, units: 2, read: 3_001 })
    expect(await kept()).toMatchObject({ records: 3_001, batches: [['甲.csv', 3_000], ['乙.csv', 1]], units: ['云江市交通运输局（虚构）', '办公室', '法规科'] })
    const sources = await database.read(database.tenantId, (db) =>
      db.selectFrom('record_versions').select(['title', 'source_file', 'source_row']).where('title', 'in', ['第1次会议', '乙会']).orderBy('known_from').execute(),
    )
    expect(sources).toEqual([
      { title: '第1次会议', source_file: reading.files[0]?.sha256, source_row: 2 },
      { title: '乙会', source_file: reading.files[2]?.sha256, source_row: 2 },
    ])
    expect((await verify(database, database.tenantId)).broken).toBeNull()
  })

  it('keeps nothing when one of the files was imported before, and names it', async () => {
    const before = await kept()
    const files = [csv('丙.csv', many('2026-03-01', '财务科')), csv('乙的副本.csv', [['2026-02-05', '乙会', '法规科']])]
    await expect(importLedgers({ database, catalogue }, importer(), files)).rejects.toThrow('“乙的副本.csv”已由张敏')
    expect(await kept()).toEqual(before)
  })

  it('keeps nothing when a unit lies outside of what the importer may import for', async () => {
    const before = await kept()
    const reach = {
      home: null,
      requireAll: () => {
        throw new NotAllowed('units-out-of-reach', '不行')
      },
    }
    const files = [csv('丁.csv', [['2026-03-01', '丁会', '人事科']])]
    await expect(importLedgers({ database, catalogue }, { ...importer(), reach }, files)).rejects.toMatchObject({ code: 'units-out-of-reach' })
    expect(await kept()).toEqual(before)
  })
})
