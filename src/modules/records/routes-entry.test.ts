import { beforeAll, describe, expect, it } from 'vitest'
import { administratorOf, buildTestAppOn, signedIn, testToken } from '../../../test/helpers/app.ts'
import { testDatabase } from '../../../test/helpers/database.ts'
import type { App } from '../../app.ts'
import { createClient, type Client } from '../../platform/contract/client.ts'
import { uploadFile } from '../../platform/contract/upload.ts'
import { foundUnit } from '../org/actions.ts'
import { enterRecords, findSimilar, readDesk, readKindForm, readSentence } from './contract/entry.ts'
import { attachEvidence, detachEvidence, readEvidence } from './contract/evidence.ts'
import { correctRecord, moveRecord, readRecord, voidRecord } from './contract/record.ts'

let app: App
let office: Client
let clerk: Client
let inspector: Client
let unitId = ''
let otherUnit = ''

beforeAll(async () => {
  const database = await testDatabase()
  const context = { tenantId: database.tenantId, actor: '系统管理员' }
  const found = (name: string) => database.write(context, (tx) => foundUnit(tx, { name, type: 'section', on: '2020-01-01' }))
  unitId = (await found('办公室')).unitId
  otherUnit = (await found('宣传科')).unitId
  app = await buildTestAppOn(database)
  office = createClient(administratorOf(app))
  clerk = createClient(await signedIn(app, { role: 'clerk', unitId }))
  inspector = createClient(await signedIn(app, { role: 'inspector', unitId }))
})

const meeting = { date: '2026-03-04', title: '网络安全专题会议', category: 'special-meeting', attendees: 23 }
const enter = async (fields: Record<string, string | number | string[]> = meeting, by = clerk) => {
  const { records } = await by.call(enterRecords, { body: { records: [{ kind: 'meeting', unitId, fields }] } })
  return records[0]?.recordId ?? ''
}
const read = (recordId: string, by = clerk) => by.call(readRecord, { params: { recordId } })
const upload = (text: string | Buffer, name = '签到表.txt') => uploadFile(administratorOf(app), name, Buffer.from(text))

describe('entering', () => {
  it('offers the units one may enter for, and the form of a kind with its vocabularies', async () => {
    const desk = await clerk.call(readDesk, {})
    expect(desk).toMatchObject({ today: '2026-03-05', units: [{ unitId, name: '办公室' }] })
    expect(desk.kinds.map(({ id }) => id)).toContain('meeting')
    const form = await clerk.call(readKindForm, { params: { kind: 'meeting' } })
    expect(Object.keys(form.fields).slice(0, 2)).toEqual(['date', 'title'])
    expect(form.vocabularies['meeting-form']?.values['video']?.title).toBe('视频')
  })

  it('reads one sentence', async () => {
    const reading = await clerk.call(readSentence, { body: { text: '办公室昨天召开网络安全专题会议，23人参加' } })
    expect(reading).toMatchObject({ kind: 'meeting', unitId })
    expect(Object.fromEntries(reading.guesses.map(({ field, value }) => [field, value]))).toMatchObject(meeting)
  })

  it('keeps several records in one transaction, or none with every problem by row and field', async () => {
    const rows = [meeting, { ...meeting, category: '' }, { ...meeting, date: '2026-02-30', attendees: 2.5 }]
    const failure = await clerk
      .call(enterRecords, { body: { records: rows.map((fields) => ({ kind: 'meeting', unitId, fields })) } })
      .catch((error) => error)
    expect(failure).toMatchObject({ code: 'bad-records', message: '没有保存。第 2 行，会议类别：不能为空，共 3 处。' })
    expect(failure.details.problems.map(({ row, field }: { row: number; field: string }) => `${row} ${field}`)).toEqual(['1 category', '2 date', '2 attendees'])
  })

  it('keeps a record sent twice once', async () => {
    const recordId = '5f0c2a34-7a1d-4c53-9f5b-1f9f6f1a00aa'
    const once = () => clerk.call(enterRecords, { body: { records: [{ recordId, kind: 'meeting', unitId, fields: meeting }] } })
    expect((await once()).records).toEqual([{ recordId, version: 1 }])
    await expect(once()).rejects.toMatchObject({ code: 'record-exists' })
  })

  it('refuses another unit, and a reader', async () => {
    const elsewhere = { body: { records: [{ kind: 'meeting', unitId: otherUnit, fields: meeting }] } }
    await expect(clerk.call(enterRecords, elsewhere)).rejects.toMatchObject({ code: 'no-unit' })
    await expect(enter(meeting, inspector)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('warns of a similar title about the same day, in the same unit', async () => {
    const recordId = await enter({ ...meeting, title: '第一季度防汛工作调度会', date: '2026-02-10' })
    const similar = (title: string, occurredOn: string) =>
      clerk.call(findSimilar, { body: { kind: 'meeting', unitId, occurredOn, title } }).then(({ records }) => records.map((record) => record.recordId))
    expect(await similar('第一季度防汛工作调度会议', '2026-02-12')).toEqual([recordId])
    expect(await similar('第一季度防汛工作调度会议', '2026-02-20')).toEqual([])
    expect(await similar('党组会', '2026-02-10')).toEqual([])
  })
})

describe('a record', () => {
  it('shows every version with its differences, who and why', async () => {
    const recordId = await enter()
    await clerk.call(correctRecord, { params: { recordId }, body: { expectedVersion: 1, fields: { attendees: 25 } } })
    await clerk.call(voidRecord, { params: { recordId }, body: { expectedVersion: 2, reason: '重复登记' } })
    const record = await read(recordId, inspector)
    expect(record).toMatchObject({ version: 3, state: 'voided', unit: '办公室', may: { correct: false, void: false, verbs: [] } })
    expect(record.versions.map(({ act, note, changes }) => ({ act, note, changed: changes.length }))).toEqual([
      { act: 'entered', note: null, changed: 4 },
      { act: 'corrected', note: null, changed: 1 },
      { act: 'voided', note: '重复登记', changed: 0 },
    ])
    expect(record.versions[1]?.changes).toEqual([{ field: 'attendees', before: 23, after: 25 }])
  })

  it('says what others changed when the version is stale', async () => {
    const recordId = await enter()
    await office.call(correctRecord, { params: { recordId }, body: { expectedVersion: 1, fields: { attendees: 30 } } })
    const failure = await clerk.call(correctRecord, { params: { recordId }, body: { expectedVersion: 1, fields: { attendees: 25 } } }).catch((error) => error)
    expect(failure).toMatchObject({ code: 'stale-version', details: { current: 2, changes: [{ changes: [{ field: 'attendees', before: 23, after: 30 }] }] } })
  })

  it('is no record to those of another unit', async () => {
    const recordId = await enter()
    const stranger = createClient(await signedIn(app, { role: 'clerk', unitId: otherUnit }))
    await expect(read(recordId, stranger)).rejects.toMatchObject({ code: 'no-record' })
    await expect(stranger.call(voidRecord, { params: { recordId }, body: { expectedVersion: 1, reason: '试' } })).rejects.toMatchObject({ code: 'no-record' })
    await expect(stranger.call(moveRecord, { params: { recordId }, body: { expectedVersion: 1, verb: 'x' } })).rejects.toMatchObject({ code: 'no-record' })
    await expect(clerk.call(moveRecord, { params: { recordId }, body: { expectedVersion: 1, verb: 'x' } })).rejects.toMatchObject({ code: 'no-verb' })
  })
})

describe('evidence', () => {
  it('is attached with its hash, read by those who read the record, and detached with a reason', async () => {
    const recordId = await enter()
    const file = await upload('张敏\n李红\n')
    const { evidenceId } = await clerk.call(attachEvidence, { params: { recordId }, body: { file, standsFor: '2026-03-04' } })
    expect((await read(recordId)).evidence).toMatchObject([{ evidenceId, name: '签到表.txt', mediaType: 'text/plain', sha256: file.sha256, standsFor: '2026-03-04', detached: null }])
    expect(Buffer.from(await inspector.call(readEvidence, { params: { recordId, evidenceId } })).toString()).toBe('张敏\n李红\n')
    await expect(inspector.call(detachEvidence, { params: { recordId, evidenceId }, body: { reason: '试' } })).rejects.toMatchObject({ code: 'not-allowed' })
    await clerk.call(detachEvidence, { params: { recordId, evidenceId }, body: { reason: '传错了' } })
    expect((await read(recordId)).evidence[0]?.detached).toMatchObject({ reason: '传错了' })
  })

  it.each([
    ['a page with a script', '<html><script>alert(1)</script></html>', '坏.html', 'text/plain; charset=utf-8', 'inline'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '坏.svg', 'text/plain; charset=utf-8', 'inline'],
    ['a picture', Buffer.from('89504e470d0a1a0a00', 'hex'), '照片.png', 'image/png', 'inline'],
    ['anything else', Buffer.from('504b030400000000', 'hex'), '文件.docx', 'application/octet-stream', 'attachment'],
  ])('is served so that nothing in it runs: %s', async (_, bytes, name, type, disposition) => {
    const recordId = await enter()
    const file = await upload(bytes, name)
    const { evidenceId } = await clerk.call(attachEvidence, { params: { recordId }, body: { file, standsFor: '2026-03-04' } })
    const reply = await app.inject({ method: 'GET', url: `/api/records/${recordId}/evidence/${evidenceId}/file`, headers: { authorization: `Bearer ${testToken}` } })
    expect(reply.headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff' })
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
    expect(reply.headers['content-disposition']).toBe(`${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`)
  })
})
