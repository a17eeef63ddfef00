import { beforeAll, describe, expect, it } from 'vitest'
import { metricsLedger } from '../../../test/helpers/metrics-ledger.ts'
import { changeUnit, foundUnit } from '../org/actions.ts'
import { correctRecord, enterRecord, voidRecord } from '../records/actions.ts'
import type { RecordFields } from '../records/tables.ts'
import { evaluate, figureRecords, firstRecords } from './evaluate.ts'
import type { FigureRequest } from './figure.ts'

let ledger: Awaited<ReturnType<typeof metricsLedger>>
const context = () => ({ tenantId: ledger.tenantId, actor: '张敏' })

const enter = (fields: RecordFields, unitId = ledger.unitId, kind = 'meeting') =>
  ledger.write(context(), (tx) => enterRecord(tx, ledger.catalogue, { kind, unitId, fields }))

async function ask(metric: string, rest: Partial<FigureRequest> & { position?: number } = {}) {
  const { position = await ledger.position(), ...narrower } = rest
  const request = { metric, facets: {}, unitId: null, period: '2026', ...narrower }
  const figure = await ledger.read(ledger.tenantId, async (db) => (await evaluate(db, ledger.catalogue, [request], { position }))[0])
  if (figure === undefined) throw new Error('no figure')
  return figure
}

async function titlesOf(metric: string, rest: Partial<FigureRequest> & { which?: 'numerator' | 'excluded' | 'before' } = {}) {
  const position = await ledger.position()
  const { which = 'counted' as const, ...narrower } = rest
  const request = { metric, facets: {}, unitId: null, period: '2026', ...narrower }
  const page = { position, limit: 100, offset: 0, which }
  const { total, records } = await ledger.read(ledger.tenantId, (db) => figureRecords(db, ledger.catalogue, request, page))
  expect(records.length).toBe(total)
  return records.map((record) => record.title)
}

beforeAll(async () => {
  ledger = await metricsLedger()
  await enter({ 'held-on': '2026-01-08', name: '甲', topics: ['security'], status: 'on-time', attendees: 12, cost: 0.1, issued: 50, returned: 40 })
  await enter({ 'held-on': '2026-03-15', name: '乙', topics: ['study', 'security'], status: 'late', cost: 0.2, place: '三楼', issued: 30 })
  await enter({ 'held-on': '2026-06-30', name: '丁', topics: ['study'], status: 'not-due', attendees: 9, place: '三楼' })
  await enter({ 'held-on': '2026-06-30', name: '丙', topics: ['safety', 'study'], status: 'on-time', attendees: 3, cost: 100.35, issued: 20, returned: 20 })
  await enter({ 'held-on': '2025-12-31', name: '戊', topics: ['security'], status: 'late', attendees: 20 })
  await enter({ 'held-on': '2025-02-01', name: '己', topics: ['study'], status: 'on-time' })
  await enter({ 'held-on': '2024-05-01', name: '庚', topics: ['study'], status: 'on-time', attendees: 0 })
})

describe('evaluate', () => {
  it.each<[string, Partial<FigureRequest>, Partial<Awaited<ReturnType<typeof ask>>>]>([
    ['meetings', {}, { value: 4, records: 4, numerator: null, denominator: null, excluded: 0, gap: null }],
    ['meetings', { facets: { topics: 'study' } }, { value: 3 }],
    ['meetings', { facets: { topics: 'security', place: '三楼' } }, { value: 1 }],
    ['meetings', { facets: { place: '没有的地方' } }, { value: 0, records: 0, gap: null }],
    ['meetings', { period: '2026Q1' }, { value: 2 }],
    ['meetings', { period: '2026-06' }, { value: 2 }],
    ['meetings', { period: '2025-12-31..2026-01-08' }, { value: 2 }],
    ['meetings', { period: '2026-02' }, { value: null, records: 0, gap: '台账中没有2026年2月的“会议”记录。' }],
    ['security-meetings', {}, { value: 2 }],
    ['security-meetings', { facets: { topics: 'study' } }, { value: 1 }],
    ['due-meetings', {}, { value: 3, excluded: 1 }],
    ['attendees', {}, { value: 24, records: 4 }],
    ['attendees', { facets: { topics: 'safety' } }, { value: 3 }],
    ['attendees', { period: '2025H1' }, { value: null, records: 1, gap: '符合条件的 1 条记录都没有填写“参会人数”。' }],
    ['attendees', { period: '2024' }, { value: 0 }],
    ['attendees', { facets: { place: '没有的地方' } }, { value: 0 }],
    ['attendees-or-one', {}, { value: 25 }],
    ['cost', {}, { value: 100.65 }],
    ['cost-rounded', {}, { value: 100.7 }],
    ['cost', { period: '2026Q1' }, { value: 0.3 }],
    ['topics', {}, { value: 3, records: 4 }],
    ['places', {}, { value: 1, records: 4 }],
    ['topics', { facets: { place: '没有的地方' } }, { value: 0 }],
    ['latest-attendees', { period: '2026H1' }, { value: 3, records: 1 }],
    ['latest-attendees', { facets: { topics: 'security' } }, { value: 12, records: 1 }],
    ['latest-attendees', { period: '2025H1' }, { value: null, records: 0, gap: '没有符合条件且填写了“参会人数”的记录。' }],
    ['study-share', {}, { value: 75, numerator: 3, denominator: 4, records: 4 }],
    ['study-share', { facets: { place: '三楼' } }, { value: 100, numerator: 2, denominator: 2 }],
    ['topic-share', { facets: { topics: 'safety' } }, { value: 25, numerator: 1, denominator: 4 }],
    ['attendee-share', { facets: { topics: 'safety' } }, { value: 12.5, numerator: 3, denominator: 24 }],
    ['on-time-rate', {}, { value: 66.67, numerator: 2, denominator: 3, excluded: 1, records: 3 }],
    ['on-time-rate', { facets: { topics: 'study' } }, { value: 50, numerator: 1, denominator: 2, excluded: 1 }],
    ['on-time-rate', { facets: { status: 'not-due' } }, { value: null, numerator: 0, denominator: 0, excluded: 1, records: 0 }],
    ['returned-rate', {}, { value: 85.7, numerator: 60, denominator: 70, records: 2, excluded: 2 }],
    ['meetings-change', {}, { value: 100, numerator: 4, denominator: 2, records: 4 }],
    ['meetings-change', { facets: { topics: 'security' } }, { value: 100, numerator: 2, denominator: 1 }],
    ['meetings-change', { period: '2025' }, { value: 100, numerator: 2, denominator: 1 }],
    ['meetings-change', { facets: { topics: 'safety' } }, { value: null, numerator: 1, denominator: 0, gap: '上年同期（2025年）为 0，不能作分母。' }],
    ['meetings-change', { period: '2024' }, { value: null, gap: '没有上年同期（2023年）的数字：台账中没有2023年的“会议”记录。' }],
    ['on-time-points', {}, { value: 16.67, numerator: 66.67, denominator: 50 }],
  ])('%s %j', async (metric, request, expected) => {
    expect(await ask(metric, request)).toMatchObject(expected)
  })

  it.each<[string, Partial<FigureRequest>, string]>([
    ['meetings', {}, '2026年1月1日至12月31日，全单位台账“会议”中记录共4条，按发生日期计数。'],
    ['meetings', { facets: { topics: 'study', place: '三楼' }, period: '2026Q1' }, '2026年1月1日至3月31日，全单位台账“会议”中主题含“理论学习”、地点为“三楼”的记录共1条，按发生日期计数。'],
    ['due-meetings', {}, '2026年1月1日至12月31日，全单位台账“会议”中记录共3条，按发生日期计数，不计入：办理时限为“未到期”的记录1条。'],
    ['attendees', {}, '2026年1月1日至12月31日，全单位台账“会议”中记录共4条，“参会人数”合计24（其中1条未填“参会人数”）。'],
    ['attendees-or-one', {}, '2026年1月1日至12月31日，全单位台账“会议”中记录共4条，“参会人数”合计25（未填“参会人数”的按1计）。'],
    ['topics', {}, '2026年1月1日至12月31日，全单位台账“会议”中记录共4条，其中不同的“主题”有3个。'],
    ['latest-attendees', {}, '2026年1月1日至12月31日，全单位台账“会议”中记录，取日期最近且填写了“参会人数”的一条，即2026年6月30日的一条，“参会人数”为3。'],
    ['on-time-rate', {}, '2026年1月1日至12月31日，全单位台账“会议”，分子：办理时限为“按期”的记录2条，分母：全部记录3条，不计入：办理时限为“未到期”的记录1条；2÷3＝66.67%。'],
    ['on-time-rate', { facets: { topics: 'study' } }, '2026年1月1日至12月31日，全单位台账“会议”，分子：主题含“理论学习”、办理时限为“按期”的记录1条，分母：主题含“理论学习”的记录2条，不计入：办理时限为“未到期”的记录1条；1÷2＝50%。'],
    ['on-time-rate', { facets: { status: 'not-due' } }, '2026年1月1日至12月31日，全单位台账“会议”，分子：办理时限为“未到期”、办理时限为“按期”的记录0条，分母：办理时限为“未到期”的记录0条，不计入：办理时限为“未到期”的记录1条；分母为零，没有可以计算的记录。'],
    ['returned-rate', {}, '2026年1月1日至12月31日，全单位台账“会议”，分子：记录的“收回”合计60，分母：全部记录的“发放”合计70，不计入：未同时填写“收回”和“发放”的记录2条；60÷70＝85.7%。'],
    ['meetings-change', {}, '2026年为4，上年同期（2025年）为2，（4－2）÷2＝100%。本期：2026年1月1日至12月31日，全单位台账“会议”中记录共4条，按发生日期计数。上年同期：2025年1月1日至12月31日，全单位台账“会议”中记录共2条，按发生日期计数。'],
  ])('says how %s %j was computed', async (metric, request, how) => {
    expect((await ask(metric, request)).how).toBe(how)
  })

  it('names the pack and the position, and answers many requests in their order', async () => {
    const position = await ledger.position()
    const requests = ['on-time-rate', 'meetings-change', 'meetings', 'meetings'].map((metric) => ({ metric, facets: {}, unitId: null, period: '2026' }))
    const figures = await ledger.read(ledger.tenantId, (db) => evaluate(db, ledger.catalogue, requests, { position }))
    expect(figures).toMatchObject([
      { ...requests[0], value: 66.67, pack: 'tiny@1.0.0', position },
      { ...requests[1], value: 100 },
      { ...requests[2], value: 4 },
      { ...requests[3], value: 4 },
    ])
  })

  it('answers hundreds of different figures at once', async () => {
    const days = Array.from({ length: 200 }, (_, n) => `地点${n}`)
    const requests = [...days, '三楼'].map((place) => ({ metric: 'on-time-rate', facets: { place }, unitId: null, period: '2026' }))
    const position = await ledger.position()
    const figures = await ledger.read(ledger.tenantId, (db) => evaluate(db, ledger.catalogue, requests, { position }))
    expect(figures.at(-1)).toMatchObject({ numerator: 0, denominator: 1, excluded: 1 })
    expect(figures.slice(0, -1).every(({ value, denominator }) => value === null && denominator === 0)).toBe(true)
  })

  it.each<[string, Partial<FigureRequest>, string]>([
    ['nothing-like-it', {}, 'unknown-metric'],
    ['meetings', { facets: { attendees: '3' } }, 'unknown-facet'],
    ['meetings', { facets: { toString: '3' } }, 'unknown-facet'],
    ['security-meetings', { facets: { place: '三楼' } }, 'unknown-facet'],
    ['meetings', { facets: { topics: 'weather' } }, 'unknown-facet-value'],
    ['meetings', { period: '去年' }, 'bad-period'],
    ['meetings', { unitId: '00000000-0000-4000-8000-000000000000' }, 'no-unit'],
    ['meetings', { unitId: '不是单位' }, 'no-unit'],
  ])('refuses %s %j', async (metric, request, code) => {
    await expect(ask(metric, request)).rejects.toMatchObject({ code })
  })

  it('says that a kind was not adopted', async () => {
    const { value, gap } = await ask('strangers')
    expect({ value, gap }).toEqual({ value: null, gap: '尚未启用台账“未启用”，或它还没有这个指标要用的字段。' })
  })
})

describe('figureRecords', () => {
  it.each<[string, Parameters<typeof titlesOf>[1], string[]]>([
    ['meetings', {}, ['甲', '乙', '丁', '丙']],
    ['meetings', { facets: { topics: 'security' } }, ['甲', '乙']],
    ['on-time-rate', {}, ['甲', '乙', '丙']],
    ['on-time-rate', { which: 'numerator' }, ['甲', '丙']],
    ['on-time-rate', { which: 'excluded' }, ['丁']],
    ['returned-rate', { which: 'excluded' }, ['乙', '丁']],
    ['meetings', { which: 'excluded' }, []],
    ['latest-attendees', {}, ['丙']],
    ['meetings-change', {}, ['甲', '乙', '丁', '丙']],
    ['meetings-change', { which: 'before' }, ['己', '戊']],
    ['strangers', {}, []],
  ])('of %s %j, by day and title', async (metric, request, titles) => {
    expect(await titlesOf(metric, request)).toEqual(titles)
  })

  it('pages', async () => {
    const position = await ledger.position()
    const request = { metric: 'meetings', facets: {}, unitId: null, period: '2026' }
    const page = (limit: number, offset: number) =>
      ledger.read(ledger.tenantId, (db) => figureRecords(db, ledger.catalogue, request, { position, limit, offset }))
    expect(await page(2, 1)).toMatchObject({ total: 4, records: [{ title: '乙', occurredOn: '2026-03-15', source: null, fields: { cost: 0.2 } }, { title: '丁' }] })
    expect(await page(2, 9)).toEqual({ total: 4, records: [] })
    await expect(page(1001, 0)).rejects.toMatchObject({ code: 'bad-page' })
    await expect(page(1, -1)).rejects.toMatchObject({ code: 'bad-page' })
  })
})

describe('firstRecords', () => {
  it('lists for each of many figures what figureRecords lists, in its order', async () => {
    const position = await ledger.position()
    const requests = ['meetings', 'on-time-rate', 'latest-attendees', 'meetings-change', 'strangers', 'returned-rate'].flatMap((metric) =>
      ['2024', '2025', '2026', '2026Q2'].map((period) => ({ metric, facets: {}, unitId: null, period })),
    )
    await ledger.read(ledger.tenantId, async (db) => {
      const lists = await firstRecords(db, ledger.catalogue, [...requests, ...requests, ...requests], { position, limit: 2 })
      const singly = []
      for (const request of requests) singly.push((await figureRecords(db, ledger.catalogue, request, { position, limit: 2, offset: 0 })).records)
      expect(lists).toEqual([...singly, ...singly, ...singly])
      expect(lists[2]?.map(({ title }) => title)).toEqual(['甲', '乙'])
      expect(await firstRecords(db, ledger.catalogue, [], { position, limit: 2 })).toEqual([])
    })
  })
})

describe('evaluate as known at a position', () => {
  it('keeps its number after a correction, a void and a late record', async () => {
    const year = { period: '2022' }
    const first = await enter({ 'held-on': '2022-03-01', name: '一', topics: ['security'], attendees: 5 })
    const second = await enter({ 'held-on': '2022-03-02', name: '二', topics: ['security'], attendees: 7 })
    const before = await ledger.position()
    expect(await ask('attendees', year)).toMatchObject({ value: 12, records: 2 })

    await ledger.write(context(), (tx) => correctRecord(tx, ledger.catalogue, { recordId: first.recordId, expectedVersion: 1, fields: { attendees: 6, topics: ['study'] } }))
    const corrected = await ledger.position()
    expect(await ask('attendees', year)).toMatchObject({ value: 13 })
    await ledger.write(context(), (tx) => voidRecord(tx, { recordId: second.recordId, expectedVersion: 1, reason: '重复登记' }))
    await enter({ 'held-on': '2022-01-05', name: '补登', topics: ['security'], attendees: 100 })

    expect(await ask('attendees', year)).toMatchObject({ value: 106, records: 2 })
    expect(await ask('meetings', { ...year, facets: { topics: 'security' } })).toMatchObject({ value: 1 })
    expect(await ask('attendees', { ...year, position: corrected })).toMatchObject({ value: 13, records: 2 })
    expect(await ask('attendees', { ...year, position: before })).toMatchObject({ value: 12, records: 2, position: before })
    expect(await ask('meetings', { ...year, position: before, facets: { topics: 'security' } })).toMatchObject({ value: 2 })
    expect(await ask('meetings', { ...year, position: 1 })).toMatchObject({ value: null, gap: '台账中没有2022年的“会议”记录。' })
  })

  it('counts for the units that stood below a unit on the last day of the period', async () => {
    const found = (name: string, parentId: string | null) =>
      ledger.write(context(), (tx) => foundUnit(tx, { name, type: 'division', parentId }))
    const bureau = await found('云江市航道管理处（虚构）', null)
    const other = await found('云江市海事处（虚构）', null)
    const station = await found('临水管理站（虚构）', bureau.unitId)
    await enter({ 'held-on': '2021-02-01', name: '处务会', topics: ['study'] }, bureau.unitId)
    await enter({ 'held-on': '2021-02-02', name: '站务会', topics: ['study'] }, station.unitId)
    const before = await ledger.position()
    await ledger.write(context(), (tx) => changeUnit(tx, { unitId: station.unitId, expectedVersion: 1, on: '2021-07-01', parentId: other.unitId }))

    const of = (unitId: string, period: string, position?: number) => ask('meetings', { unitId, period, ...(position === undefined ? {} : { position }) })
    expect(await of(bureau.unitId, '2021H1')).toMatchObject({ value: 2, how: expect.stringContaining('云江市航道管理处（虚构）（含下级单位）台账“会议”') })
    expect(await of(bureau.unitId, '2021')).toMatchObject({ value: 1 })
    expect(await of(other.unitId, '2021')).toMatchObject({ value: 1 })
    expect(await of(other.unitId, '2021H1')).toMatchObject({ value: null, gap: '云江市海事处（虚构）台账中没有2021年上半年的“会议”记录。' })
    expect(await of(bureau.unitId, '2021', before)).toMatchObject({ value: 2 })
    expect(await of(station.unitId, '2021')).toMatchObject({ value: 1 })
  })
})
