import { beforeAll, describe, expect, it } from 'vitest'
import { administratorOf, buildTestAppOn, signedIn } from '../../../../test/helpers/app.ts'
import { testDatabase } from '../../../../test/helpers/database.ts'
import { createClient, type Client } from '../../../platform/contract/client.ts'
import { readDocx } from '../../../engine/docx/read-docx.ts'
import { foundUnit } from '../../org/actions.ts'
import { enterRecords } from '../../records/contract/entry.ts'
import { adoptDuties, listDuties, responsibilityLetter, responsibilityList } from '../contract/duty.ts'
import { previewNotice, readMatrix, readWorkbench, readYearCalendar } from '../contract/overview.ts'
import { exportTasks, findSatisfied, linkRecords, listTasks, readTask } from '../contract/task.ts'

let client: Client
let bureau = ''
let section = ''
let stranger: Client

beforeAll(async () => {
  const database = await testDatabase()
  database.clock.set(new Date('2026-05-20T02:00:00Z'))
  const app = await buildTestAppOn(database)
  client = createClient(administratorOf(app))
  const found = (name: string, type: string, parentId: string | null) =>
    database.write({ tenantId: database.tenantId, actor: '张敏' }, (tx) => foundUnit(tx, { name, type, parentId, on: '2020-01-01' }))
  bureau = (await found('云江市交通运输局', 'body', null)).unitId
  section = (await found('办公室', 'section', bureau)).unitId
  const elsewhere = (await found('水务局', 'body', null)).unitId
  for (const pack of ['ideology-duty', 'network-security-duty']) await client.call(adoptDuties, { body: { pack, unitId: bureau, fromOn: '2026-01-01' } })
  stranger = createClient(await signedIn(app, { role: 'head', unitId: elsewhere }))
})

/** A meeting of the section on a day, with topics of both packs. */
async function meet(day: string, category: string): Promise<string> {
  const fields = { date: day, title: '网络意识形态与网络安全工作会', category, topic: ['ideology', 'network-security'] }
  const { records } = await client.call(enterRecords, { body: { records: [{ kind: 'meeting', unitId: section, fields }] } })
  return records[0]?.recordId ?? ''
}

describe('reading what is owed', () => {
  it('puts what is late, due in a week and due in a month apart, each day with how it was worked out', async () => {
    const { late, dueIn7, dueIn30, counts, mine } = await client.call(readWorkbench, { query: {} })
    expect(mine).toBe(false)
    expect(late.map(({ duty, period }) => `${duty.id} ${period}`)).toContain('analysis 2026Q1')
    expect(late.every(({ state, lateDays }) => state === 'late' && lateDays > 0)).toBe(true)
    expect(counts.late).toBe(late.length)
    expect([...dueIn7, ...dueIn30].every(({ dueOn }) => dueOn >= '2026-05-20' && dueOn <= '2026-06-19')).toBe(true)
    expect(counts.vacant).toBeGreaterThan(0)
  })

  it('shows a year as duties and periods, a cell for each task', async () => {
    const { rows, unit } = await client.call(readMatrix, { query: { year: 2026 } })
    expect(unit).toBe('云江市交通运输局')
    const analysis = rows.find(({ duty }) => duty.id === 'analysis')
    expect(analysis?.cells.map(({ period, from, to, states }) => [period, from, to, states])).toEqual([
      ['2026Q1', 1, 3, { late: 1 }], ['2026Q2', 4, 6, { 'not-begun': 1 }], ['2026Q3', 7, 9, { 'not-begun': 1 }], ['2026Q4', 10, 12, { 'not-begun': 1 }],
    ])
    expect(analysis?.duty.cadenceWords).toContain('每季度')
  })

  it('finds the tasks of two packs that one record satisfies, in its own unit and above', async () => {
    const recordId = await meet('2026-05-12', 'leading-group-meeting')
    const { tasks, standing } = await client.call(findSatisfied, { body: { recordIds: [recordId] } })
    expect(tasks.map(({ duty }) => duty.pack).toSorted()).toEqual(['ideology-duty', 'network-security-duty'])
    expect(standing).toEqual([])
    const [task] = tasks
    if (task === undefined) throw new Error('no task')
    await client.call(linkRecords, { params: { taskId: task.taskId }, body: { expectedVersion: task.version, recordIds: [recordId] } })
    const detail = await client.call(readTask, { params: { taskId: task.taskId } })
    expect(detail.links).toMatchObject([{ targetId: recordId, counts: false, lacks: '还缺佐证1件' }])
    expect(detail.versions.map(({ act }) => act)).toEqual(['dispatched', 'linked'])
    expect(detail.how.steps.at(-1)?.what).toBe('due')
    const again = await client.call(findSatisfied, { body: { recordIds: [recordId] } })
    expect(again.standing).toMatchObject([{ taskId: task.taskId, recordId }])
    expect(again.tasks).toHaveLength(1)
  })

  it('proposes for a late task also what was made up for since, and never what stands in another task of the duty', async () => {
    const recordId = await meet('2026-04-20', 'analysis-meeting')
    const { tasks } = await client.call(listTasks, { query: { duty: 'analysis', state: 'late' } })
    const [late] = tasks
    if (late === undefined) throw new Error('no task')
    expect((await client.call(readTask, { params: { taskId: late.taskId } })).proposed.map((one) => one.recordId)).toEqual([recordId])
    const [second] = (await client.call(listTasks, { query: { duty: 'analysis', period: '2026Q2' } })).tasks
    expect(second?.proposals).toBe(1)
    await client.call(linkRecords, { params: { taskId: late.taskId }, body: { expectedVersion: late.version, recordIds: [recordId] } })
    expect((await client.call(listTasks, { query: { duty: 'analysis', period: '2026Q2' } })).tasks[0]?.proposals).toBe(0)
  })

  it('lists, filters, sorts and pages tasks, and exports them', async () => {
    const all = await client.call(listTasks, { query: { size: 200 } })
    expect(all.total).toBe(all.tasks.length)
    const paged = await client.call(listTasks, { query: { size: 5, page: 2 } })
    expect(paged.tasks.map(({ taskId }) => taskId)).toEqual(all.tasks.slice(5, 10).map(({ taskId }) => taskId))
    const searched = await client.call(listTasks, { query: { search: '分析研判' } })
    expect(searched.tasks.every(({ duty }) => duty.id === 'analysis' || duty.group === '分析研判')).toBe(true)
    expect((await client.call(exportTasks, { query: {} })).byteLength).toBeGreaterThan(1_000)
  })

  it('shows the days of a year with what falls due, and what a notice would move', async () => {
    const { days, announced, edition } = await client.call(readYearCalendar, { query: { year: 2026 } })
    expect([announced, edition === '', days.length]).toEqual([true, false, 365])
    expect(days.find(({ day }) => day === '2026-10-01')).toMatchObject({ works: false })
    expect(days.reduce((sum, { due }) => sum + due, 0)).toBeGreaterThan(10)
    const preview = await client.call(previewNotice, { body: { year: 2027, text: 'title: x' } })
    expect(preview.problems.length).toBeGreaterThan(0)
    const text = 'title: 2027年放假安排\nedition: 通知\nannounced: true\nsource: { rule: 试验 }\ndays:\n  - { from: 2027-01-05, to: 2027-01-12, status: rest, name: 放假 }\n'
    const { moved, examples, problems } = await client.call(previewNotice, { body: { year: 2027, text } })
    expect(problems).toEqual([])
    expect([moved, examples[0]?.duty]).toEqual([1, '年度责任制落实情况报告'])
  })

  it('writes the responsibility list and letter from what is owed', async () => {
    const { duties } = await client.call(listDuties, { query: {} })
    expect(duties.find(({ id }) => id === 'analysis')).toMatchObject({ takenOnFrom: '2026-01-01', off: false, troubles: [expect.stringContaining('没有人担任')] })
    const list = readDocx(await client.call(responsibilityList, { params: { format: 'docx' }, query: { year: 2026 } }))
    expect(list.paragraphs.map(({ text }) => text)).toContain('分析研判意识形态领域形势')
    const letter = readDocx(await client.call(responsibilityLetter, { query: { year: 2026 } }))
    expect(letter.paragraphs.map(({ text }) => text)).toContain('2026年度工作责任书')
  })

  it('shows nothing of it to the head of another body', async () => {
    expect((await stranger.call(listTasks, { query: {} })).total).toBe(0)
    await expect(stranger.call(readMatrix, { query: { year: 2026, unitId: bureau } })).rejects.toMatchObject({ code: 'no-unit' })
  })
})
