import { beforeAll, describe, expect, it } from 'vitest'
import { buildTestAppOn, signedIn } from '../../../test/helpers/app.ts'
import { testDatabase, type TestDatabase } from '../../../test/helpers/database.ts'
import { createClient, type Client } from '../../platform/contract/client.ts'
import { checkpointOf } from '../../platform/events/checkpoint.ts'
import { foundUnit } from '../org/actions.ts'
import { shippedCatalogue } from '../packs/shipped.ts'
import type { Catalogue } from '../packs/schema/pack.ts'
import { enterRecord } from '../records/actions.ts'
import type { RecordFields } from '../records/tables.ts'
import { exportFigures, exportRecordsBehind, listFigures, listRecordsBehind, readFigure } from './contract.ts'
import { evaluate } from './evaluate.ts'
import { periodsOf } from './year.ts'

let database: TestDatabase
let catalogue: Catalogue
let bureau: string
let office: string
let legal: string
let whole: Client
let ofOffice: Client

beforeAll(async () => {
  database = await testDatabase()
  catalogue = await shippedCatalogue()
  const app = await buildTestAppOn(database)
  const context = { tenantId: database.tenantId, actor: '张敏' }
  const found = (name: string, parentId: string | null) =>
    database.write(context, async (tx) => (await foundUnit(tx, { name, type: 'division', parentId, on: '2020-01-01' })).unitId)
  bureau = await found('云江市交通运输局（虚构）', null)
  ;[office, legal] = [await found('办公室', bureau), await found('法规科', bureau)]
  const enter = (kind: string, unitId: string, fields: RecordFields) => database.write(context, (tx) => enterRecord(tx, catalogue, { kind, unitId, fields }))
  const meeting = (unitId: string, date: string, title: string, topic?: string[]) =>
    enter('meeting', unitId, { date, title, category: 'special-meeting', attendees: 10, ...(topic === undefined ? {} : { topic }) })
  await meeting(office, '2026-01-08', '甲', ['network-security'])
  await meeting(office, '2026-11-20', '乙')
  await meeting(legal, '2026-11-24', '丙', ['network-security'])
  await meeting(legal, '2025-11-24', '丁')
  await meeting(legal, '2025-11-28', '戊')
  database.clock.set(new Date('2026-11-25T02:00:00Z'))
  whole = createClient(await signedIn(app, { role: 'clerk' }))
  ofOffice = createClient(await signedIn(app, { role: 'inspector', unitId: office }))
})

const meetingsOf = async (client: Client, query: { unit?: string; year: number }) => {
  const found = await client.call(listFigures, { query })
  const row = found.figures.find(({ metric }) => metric === 'meetings')
  return { ...found, now: row?.now.value, last: row?.last?.value, november: row?.months[10], december: row?.months[11] }
}

describe('listing the figures of a year', () => {
  it('counts up to today, and the year before up to the same day', async () => {
    expect(await meetingsOf(whole, { year: 2026 })).toMatchObject({
      unit: null, period: '2026-01-01..2026-11-25', before: '2025-01-01..2025-11-25', now: 3, last: 1,
      november: { now: { value: 2, records: 2 }, before: { value: 2 } }, december: { now: null, before: { value: null } },
    })
  })

  it('counts a past year whole', async () => {
    expect(await meetingsOf(whole, { year: 2025 })).toMatchObject({ period: '2025', before: '2024', now: 2, last: null })
  })

  it('agrees with each figure as it is computed alone', async () => {
    const { figures, period } = await whole.call(listFigures, { query: { year: 2026 } })
    const requests = figures.map(({ metric }) => ({ metric, facets: {}, unitId: null, period }))
    const alone = await database.read(database.tenantId, async (db) => evaluate(db, catalogue, requests, await checkpointOf(db)))
    expect(figures.map(({ metric, now }) => [metric, now.value, now.records])).toEqual(alone.map(({ metric, value, records }) => [metric, value, records]))
  })

  it('shows a reader of one unit that unit, and no other', async () => {
    expect(await meetingsOf(ofOffice, { year: 2026 })).toMatchObject({ unit: { unitId: office, name: '办公室' }, now: 2 })
    await expect(meetingsOf(ofOffice, { year: 2026, unit: bureau })).rejects.toMatchObject({ code: 'no-unit' })
    await expect(meetingsOf(ofOffice, { year: 2026, unit: legal })).rejects.toMatchObject({ code: 'no-unit' })
  })

  it('counts what stands below a unit with it', async () => {
    expect(await meetingsOf(whole, { year: 2026, unit: bureau })).toMatchObject({ unit: { name: '云江市交通运输局（虚构）' }, now: 3 })
    await expect(meetingsOf(whole, { year: 2026, unit: '7f3a0f3e-6c51-4a55-9d5f-2f6f5a7c1a10' })).rejects.toMatchObject({ code: 'no-unit' })
  })
})

describe('opening a figure', () => {
  const read = (client: Client, facets: Record<string, string> = {}, metric = 'meetings') =>
    client.call(readFigure, { params: { metric }, query: { year: 2026, facets: JSON.stringify(facets) } })

  it('says how it was computed and what it can be narrowed by', async () => {
    const figure = await read(whole)
    expect(figure.now).toMatchObject({ value: 3, how: expect.stringContaining('台账“会议”中记录共3条') as string })
    const topic = figure.facets.find(({ facet }) => facet === 'topic')
    expect(topic?.values[0]).toEqual({ value: 'network-security', title: '网络安全', records: 2 })
  })

  it('narrows by a facet', async () => {
    expect((await read(whole, { topic: 'network-security' })).now.value).toBe(2)
    await expect(read(whole, { nothing: 'x' })).rejects.toMatchObject({ code: 'unknown-facet' })
    await expect(read(whole, {}, 'no-such-metric')).rejects.toMatchObject({ code: 'no-metric' })
  })

  it('compares with the year before without a second comparison', async () => {
    expect(await read(whole, {}, 'trainings-change')).toMatchObject({ form: 'change', last: null, now: { value: null } })
  })
})

describe('listing the records behind a figure', () => {
  const titles = async (client: Client, query: { period: string; unit?: string; limit?: number; offset?: number }) => {
    const { total, records } = await client.call(listRecordsBehind, { params: { metric: 'meetings' }, query })
    return [total, ...records.map(({ title }) => title)]
  }

  it('pages and filters by month', async () => {
    expect(await titles(whole, { period: '2026' })).toEqual([3, '甲', '乙', '丙'])
    expect(await titles(whole, { period: '2026-11' })).toEqual([2, '乙', '丙'])
    expect(await titles(whole, { period: '2026', limit: 1, offset: 1 })).toEqual([3, '乙'])
  })

  it('lists only those of the unit', async () => {
    expect(await titles(ofOffice, { period: '2026' })).toEqual([2, '甲', '乙'])
    await expect(titles(ofOffice, { period: '2026', unit: legal })).rejects.toMatchObject({ code: 'no-unit' })
  })
})

describe('exporting', () => {
  it('writes a row for each metric with records', async () => {
    const bytes = await whole.call(exportFigures, { query: { year: 2026, format: 'csv' } })
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
    expect(lines[0]).toContain('2026年累计')
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 4).join(','))).toContain('会议,会议次数,次,3')
    expect(lines.some((line) => line.includes('信访'))).toBe(false)
  })

  it('writes the records behind a figure', async () => {
    const bytes = await whole.call(exportRecordsBehind, { params: { metric: 'meetings' }, query: { period: '2026', format: 'csv' } })
    expect(new TextDecoder().decode(bytes)).toContain('2026-11-24,法规科,丙')
    const workbook = await whole.call(exportRecordsBehind, { params: { metric: 'meetings' }, query: { period: '2026' } })
    expect(new TextDecoder().decode(workbook.slice(0, 2))).toBe('PK')
  })
})

describe('periodsOf', () => {
  it.each([
    [2026, '2026-11-25', '2026-01-01..2026-11-25', '2025-01-01..2025-11-25', 11],
    [2024, '2024-02-29', '2024-01-01..2024-02-29', '2023-01-01..2023-02-28', 2],
    [2026, '2026-12-31', '2026', '2025', 12],
    [2025, '2026-11-25', '2025', '2024', 12],
  ])('takes %s as seen on %s', (year, today, period, before, begun) => {
    expect(periodsOf(year, today)).toEqual({ year, period, before, begun })
  })
})
