import { beforeAll, describe, expect, it } from 'vitest'
import { administratorOf, buildTestAppOn, signedIn } from '../../../test/helpers/app.ts'
import { testDatabase } from '../../../test/helpers/database.ts'
import { createClient, type Client } from '../../platform/contract/client.ts'
import { uploadFile } from '../../platform/contract/upload.ts'
import { foundUnit } from '../org/actions.ts'
import { enterRecords } from '../records/contract/entry.ts'
import { voidRecord } from '../records/contract/record.ts'
import { fillReport } from './contract/made.ts'
import { readStanding } from './contract/standing.ts'

let office: Client
let outsider: Client
let reportId = ''
let recordId = ''

beforeAll(async () => {
  const database = await testDatabase()
  const context = { tenantId: database.tenantId, actor: '系统管理员' }
  const found = (name: string) => database.write(context, (tx) => foundUnit(tx, { name, type: 'body', on: '2020-01-01' }))
  const { unitId } = await found('云江市交通运输局')
  const other = await found('云江市水务局')
  const app = await buildTestAppOn(database)
  office = createClient(administratorOf(app))
  outsider = createClient(await signedIn(app, { role: 'clerk', unitId: other.unitId }))
  const fields = { date: '2026-03-04', title: '网络安全专题会议', category: 'special-meeting', topic: ['network-security'] }
  const { records } = await office.call(enterRecords, { body: { records: [{ kind: 'meeting', unitId, fields }] } })
  recordId = records[0]?.recordId ?? ''
  const report = await uploadFile(administratorOf(app), '报告.txt', Buffer.from('2025年度工作报告\n全年召开网络安全专题会议3次，召开党组会议12次。\n'))
  ;({ reportId } = await office.call(fillReport, { body: { report, period: '2026' } }))
})

describe('where a record stands', () => {
  it('names the metrics of its unit and year, and the figures of issued reports that stand on it', async () => {
    const standing = await office.call(readStanding, { params: { recordId } })
    expect(standing).toMatchObject({ year: '2026', unit: '云江市交通运输局' })
    expect(standing.metrics).toContainEqual(expect.objectContaining({ metric: 'meetings', value: 1, measure: '次', isExcluded: false }))
    expect(standing.reports.map((report) => ({ id: report.reportId, figures: report.figures.map(({ text }) => text) }))).toEqual([{ id: reportId, figures: ['1'] }])
  })

  it('is nobody else’s to know', async () => {
    await expect(outsider.call(readStanding, { params: { recordId } })).rejects.toMatchObject({ code: 'no-record' })
  })

  it('leaves a voided record in the reports issued before, and in no metric', async () => {
    await office.call(voidRecord, { params: { recordId }, body: { expectedVersion: 1, reason: '误登' } })
    const standing = await office.call(readStanding, { params: { recordId } })
    expect([standing.metrics.length, standing.reports.length]).toEqual([0, 1])
  })
})
