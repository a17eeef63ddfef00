import { beforeAll, describe, expect, it } from 'vitest'
import { administratorOf, buildTestAppOn, signedIn } from '../../../test/helpers/app.ts'
import { asOwner, testDatabase, type TestDatabase } from '../../../test/helpers/database.ts'
import { createClient, type Client } from '../../platform/contract/client.ts'
import { uploadFile } from '../../platform/contract/upload.ts'
import { verifyLog } from '../../platform/events/contract.ts'
import { closeUnit } from '../org/contract.ts'
import { foundUnit } from '../org/actions.ts'
import { attachEvidence } from '../records/contract/evidence.ts'
import { enterRecords } from '../records/contract/entry.ts'
import { voidRecord } from '../records/contract/record.ts'
import { adoptDuties, answerChange, askChange, previewAdoption, previewDispatch } from './contract/duty.ts'
import { answerSettling, askToSettle, beginTask, linkMany, linkRecords, listTasks, readTask, unlinkRecord } from './contract/task.ts'

let database: TestDatabase
let administrator: Client
let clerk: Client
let head: Client
let files: Parameters<typeof uploadFile>[0]
let arrive: () => Promise<void>
let bureau = ''
let station = ''

beforeAll(async () => {
  database = await testDatabase()
  const context = { tenantId: database.tenantId, actor: '系统管理员' }
  const found = (name: string, type: 'body' | 'subordinate', parentId: string | null) =>
    database.write(context, (tx) => foundUnit(tx, { name, type, parentId, on: '2020-01-01' }))
  bureau = (await found('云江市交通运输局', 'body', null)).unitId
  station = (await found('云江市公路站', 'subordinate', bureau)).unitId
  const app = await buildTestAppOn(database)
  files = administratorOf(app)
  administrator = createClient(files)
  arrive = async () => {
    clerk = createClient(await signedIn(app, { role: 'clerk' }))
    head = createClient(await signedIn(app, { role: 'head' }))
  }
  await arrive()
})

/** Reactions follow a commit after a moment. */
const soon = { timeout: 20_000 }
const nothing = { created: 0, moved: 0, withdrawn: 0, units: 0 }
/** Sessions do not outlast so many days. */
const on = async (day: string) => {
  database.clock.set(new Date(`${day}T02:00:00Z`))
  await arrive()
}
const tasksOf = async (duty: string, unitId = bureau) => (await clerk.call(listTasks, { query: { duty, unitId, size: 200 } })).tasks.filter((task) => task.unitId === unitId)
const task = async (duty: string, period: string) => {
  const found = (await tasksOf(duty)).find((one) => one.period === period)
  if (found === undefined) throw new Error(`no task ${duty} ${period}`)
  return found
}
const enter = async (kind: string, fields: Record<string, string | string[]>, unitId = bureau) => {
  const { records } = await clerk.call(enterRecords, { body: { records: [{ kind, unitId, fields }] } })
  return records[0]?.recordId ?? ''
}
const meeting = (date: string, category = 'analysis-meeting', topic = ['ideology']) => enter('meeting', { date, title: `${date}会议`, category, topic })
const prove = async (recordId: string) => {
  const { name, sha256 } = await uploadFile(files, '纪要.txt', Buffer.from(`纪要 ${recordId}`))
  await clerk.call(attachEvidence, { params: { recordId }, body: { file: { name, sha256 }, standsFor: '2026-03-01' } })
}

describe('taking on the duties of a pack', () => {
  it('shows before what it will dispatch, and dispatching again changes nothing', async () => {
    const body = { pack: 'ideology-duty', unitId: bureau, fromOn: '2026-01-01' }
    const shown = await administrator.call(previewAdoption, { body })
    const { dispatched } = await administrator.call(adoptDuties, { body })
    expect(dispatched).toEqual(shown)
    expect(dispatched.created).toBeGreaterThan(10)
    expect(dispatched.troubles.join()).toContain('没有人担任“第一责任人”')
    expect(await administrator.call(previewDispatch, {})).toMatchObject(nothing)
    await expect(administrator.call(adoptDuties, { body })).rejects.toMatchObject({ code: 'duties-adopted' })
    expect((await tasksOf('analysis')).map(({ period }) => period)).toEqual(['2026Q1', '2026Q2', '2026Q3', '2026Q4'])
  })
})

describe('linking records', () => {
  it('counts a record once it has its evidence, and no longer when it is voided', async () => {
    const recordId = await meeting('2026-02-10')
    const { taskId, version } = await task('analysis', '2026Q1')
    await clerk.call(linkRecords, { params: { taskId }, body: { expectedVersion: version, recordIds: [recordId] } })
    expect(await task('analysis', '2026Q1')).toMatchObject({ done: 0, state: 'not-begun' })
    await prove(recordId)
    await expect.poll(() => task('analysis', '2026Q1'), soon).toMatchObject({ done: 1, doneOn: '2026-02-10', state: 'done', lateness: 'in-time' })
    await clerk.call(voidRecord, { params: { recordId }, body: { expectedVersion: 1, reason: '误登' } })
    await expect.poll(() => task('analysis', '2026Q1'), soon).toMatchObject({ done: 0, state: 'not-begun' })
    const detail = await clerk.call(readTask, { params: { taskId } })
    expect(detail.links).toMatchObject([{ counts: false, lacks: '记录已作废' }])
    expect(detail.versions.map(({ act }) => act)).toEqual(['dispatched', 'linked', 'recounted', 'recounted'])
    await clerk.call(unlinkRecord, { params: { taskId }, body: { expectedVersion: detail.version, linkId: detail.links[0]?.linkId ?? '', reason: '误登' } })
  })

  it('refuses a record of an earlier day or another kind, and a version that somebody changed', async () => {
    const { taskId, version } = await task('analysis', '2026Q1')
    const link = (recordId: string) => clerk.call(linkRecords, { params: { taskId }, body: { expectedVersion: version, recordIds: [recordId] } })
    await expect(link(await meeting('2025-12-31'))).rejects.toMatchObject({ code: 'record-does-not-fit', message: expect.stringContaining('日期早于这个周期') })
    await expect(link(await meeting('2026-03-01', 'special-meeting'))).rejects.toMatchObject({ code: 'record-does-not-fit' })
    await clerk.call(beginTask, { params: { taskId }, body: { expectedVersion: version } })
    await expect(link(await meeting('2026-03-01'))).rejects.toMatchObject({ code: 'stale-version', details: { changes: [{ act: 'task.begun' }] } })
  })

  it('lets one record stand in duties of several packs', async () => {
    await administrator.call(adoptDuties, { body: { pack: 'network-security-duty', unitId: bureau, fromOn: '2026-01-01' } })
    const recordId = await meeting('2026-03-04', 'special-meeting', ['network-security', 'network-ideology'])
    await prove(recordId)
    const study = await task('special-study', '2026')
    const security = (await tasksOf('network-security-meetings'))[0]
    const links = [study, security].flatMap((one) => (one === undefined ? [] : [{ taskId: one.taskId, expectedVersion: one.version, recordIds: [recordId] }]))
    expect(await clerk.call(linkMany, { body: { links } })).toEqual({ linked: 2 })
    expect((await task('special-study', '2026')).done).toBe(1)
  })

  it('tells work recorded late from work done late, for ever', async () => {
    await on('2026-05-20')
    expect(await task('analysis', '2026Q1')).toMatchObject({ state: 'late', lateness: 'overdue' })
    const recordId = await meeting('2026-03-20')
    await prove(recordId)
    const { taskId, version } = await task('analysis', '2026Q1')
    await clerk.call(linkRecords, { params: { taskId }, body: { expectedVersion: version, recordIds: [recordId] } })
    expect(await task('analysis', '2026Q1')).toMatchObject({ state: 'done', doneOn: '2026-03-20', lateness: 'recorded-late' })
  })
})

describe('settling', () => {
  it('takes a second person, and can be taken back', async () => {
    const { taskId, version } = await task('self-inspection', (await tasksOf('self-inspection'))[0]?.period ?? '')
    const ask = { as: 'not-held', reason: '机构改革' } as const
    await head.call(askToSettle, { params: { taskId }, body: { expectedVersion: version, ...ask } })
    const answer = (who: Client, expectedVersion: number, body: { answer: 'approve' | 'refuse' | 'reopen'; note?: string }) => who.call(answerSettling, { params: { taskId }, body: { expectedVersion, ...body } })
    await expect(answer(head, version + 1, { answer: 'approve' })).rejects.toMatchObject({ code: 'own-request' })
    await expect(answer(clerk, version + 1, { answer: 'approve' })).rejects.toMatchObject({ code: 'not-allowed' })
    await answer(administrator, version + 1, { answer: 'approve' })
    expect(await clerk.call(readTask, { params: { taskId } })).toMatchObject({ state: 'not-held', settled: { reason: '机构改革' } })
    await expect(answer(head, version + 2, { answer: 'reopen' })).rejects.toMatchObject({ code: 'no-reason' })
    await answer(head, version + 2, { answer: 'reopen', note: '已补办' })
    expect((await clerk.call(readTask, { params: { taskId } })).settled).toBeNull()
  })
})

describe('changing a duty locally', () => {
  const monthly = { cadence: { type: 'every', period: 'month', times: 1, due: { anchor: 'end', shift: 0, measure: 'days', onRestDay: 'keep' }, workdaysOnly: false } } as const

  it('moves what is open when another person approves, leaves history alone, and is rolled back', async () => {
    const before = await tasksOf('analysis')
    const { changeId } = await head.call(askChange, { body: { duty: 'analysis', unitId: null, fromOn: '2026-07-01', content: monthly, reason: '上级要求' } })
    const answer = (who: Client, expectedVersion: number, given: 'approve' | 'withdraw') => who.call(answerChange, { params: { changeId }, body: { expectedVersion, answer: given } })
    await expect(answer(head, 1, 'approve')).rejects.toMatchObject({ code: 'own-request' })
    expect((await answer(administrator, 1, 'approve')).dispatched).toMatchObject({ created: 6, withdrawn: 2, moved: 0 })
    expect((await tasksOf('analysis')).map(({ period }) => period)).toEqual(['2026Q1', '2026Q2', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12'])
    expect((await answer(administrator, 2, 'withdraw')).dispatched).toMatchObject({ created: 0, withdrawn: 6, moved: 2 })
    expect((await tasksOf('analysis')).map(({ taskId, dueOn }) => [taskId, dueOn])).toEqual(before.map(({ taskId, dueOn }) => [taskId, dueOn]))
  })
})

describe('asking for less', () => {
  it('counts anew what is linked, so that what is enough is done', async () => {
    const drill = await meeting('2026-05-10', 'special-meeting', ['strict-governance'])
    await prove(drill)
    const { taskId, version, needed } = await task('strict-governance', '2026H1')
    expect(needed).toBe(1)
    const satisfied = { kind: 'meeting', where: { topic: ['strict-governance'] }, evidence: 1 }
    const change = async (records: number) => {
      const { changeId } = await head.call(askChange, { body: { duty: 'strict-governance', unitId: bureau, fromOn: '2026-01-01', content: { satisfied: { ...satisfied, records } }, reason: '本地规定' } })
      await administrator.call(answerChange, { params: { changeId }, body: { expectedVersion: 1, answer: 'approve' } })
    }
    await change(2)
    await clerk.call(linkRecords, { params: { taskId }, body: { expectedVersion: version + 1, recordIds: [drill] } })
    expect(await task('strict-governance', '2026H1')).toMatchObject({ done: 1, needed: 2, state: 'under-way' })
    await change(1)
    expect(await task('strict-governance', '2026H1')).toMatchObject({ done: 1, needed: 1, doneOn: '2026-05-10', state: 'done' })
  })
})

describe('a unit closed half-way', () => {
  it('owes what was due before and nothing after', async () => {
    await administrator.call(adoptDuties, { body: { pack: 'publishing', unitId: bureau, fromOn: '2026-01-01' } })
    const own = async () => (await clerk.call(listTasks, { query: { unitId: station, size: 200 } })).tasks
    const before = await own()
    await administrator.call(closeUnit, { params: { unitId: station }, body: { expectedVersion: 1, on: '2026-06-01' } })
    await expect.poll(async () => (await own()).filter(({ periodFrom }) => periodFrom >= '2026-06-01').length, soon).toBe(0)
    expect((await own()).length).toBeLessThanOrEqual(before.length)
  })
})

describe('after an outage over the turn of the year', () => {
  it('adds only what is missing', async () => {
    const before = (await tasksOf('analysis')).map(({ taskId, dueOn }) => [taskId, dueOn])
    await on('2027-02-01')
    await administrator.call(adoptDuties, { body: { pack: 'findings', unitId: bureau, fromOn: '2027-01-01' } })
    const after = (await tasksOf('analysis')).map(({ taskId, dueOn }) => [taskId, dueOn])
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.length).toBe(before.length + 4)
    expect(await administrator.call(previewDispatch, {})).toMatchObject(nothing)
  })
})

describe('verify', () => {
  it('finds a task whose lateness was wiped out', async () => {
    expect((await administrator.call(verifyLog, {})).broken).toBeNull()
    await asOwner(database.ownerUrl, `update task_versions set late_from = '2099-01-01' where duty = 'analysis' and period = '2026Q1' and known_to = 9223372036854775807`)
    expect((await administrator.call(verifyLog, {})).broken?.reason).toContain('任务')
  })
})
