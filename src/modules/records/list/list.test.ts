import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { administratorOf, buildTestAppOn, signedIn } from '../../../../test/helpers/app.ts'
import { testDatabase } from '../../../../test/helpers/database.ts'
import { createClient, type Client } from '../../../platform/contract/client.ts'
import { readJob, type Job } from '../../../platform/jobs/contract.ts'
import { foundUnit } from '../../org/actions.ts'
import { changeInBulk, previewBulk } from '../contract/bulk.ts'
import { enterRecords } from '../contract/entry.ts'
import { describeKind, downloadExport, exportManyRecords, exportRecords, listKinds, listRecords, searchRecords } from '../contract/list.ts'
import { correctRecord, voidRecord } from '../contract/record.ts'
import { listViews, removeView, saveView } from '../contract/views.ts'

let office: Client
let clerk: Client
let inspector: Client
let [bureau, section, other] = ['', '', '']
const ids = new Map<string, string>()

beforeAll(async () => {
  const database = await testDatabase()
  const context = { tenantId: database.tenantId, actor: '系统管理员' }
  const found = async (name: string, parentId: string | null) =>
    (await database.write(context, (tx) => foundUnit(tx, { name, type: 'section', parentId, on: '2020-01-01' }))).unitId
  bureau = await found('云江市交通运输局', null)
  section = await found('办公室', bureau)
  other = await found('安全科', bureau)
  const app = await buildTestAppOn(database)
  office = createClient(administratorOf(app))
  clerk = createClient(await signedIn(app, { role: 'clerk', unitId: section }))
  inspector = createClient(await signedIn(app, { role: 'inspector' }))
  const enter = async (unitId: string, fields: Record<string, string | number | string[]>) => {
    const { records } = await office.call(enterRecords, { body: { records: [{ kind: 'meeting', unitId, fields }] } })
    ids.set(String(fields['title']), records[0]?.recordId ?? '')
  }
  await enter(section, { date: '2026-03-01', title: '网络安全专题会', category: 'special-meeting', topic: ['network-security'], attendees: 23, place: '三楼会议室' })
  await enter(section, { date: '2026-02-01', title: '第一季度预算会议', category: 'special-meeting', attendees: 8, minutes: '=SUM(1)，纪要，"草稿"' })
  await enter(other, { date: '2025-12-30', title: '安全生产部署会', category: 'special-meeting', topic: ['work-safety'], attendees: 40 })
  await enter(bureau, { date: '2026-01-05', title: '会议预备算账WORK-77', category: 'special-meeting' })
})

const list = async (filter: object = {}, by = office, sort = '-occurredOn') =>
  by.call(listRecords, { params: { kind: 'meeting' }, query: { filter: JSON.stringify(filter), sort } })
const titles = async (...asked: Parameters<typeof list>) => (await list(...asked)).records.map(({ title }) => title)

describe('listing', () => {
  it('shows valid records, the newest day first, with their units', async () => {
    const { total, records } = await list()
    expect(total).toBe(4)
    expect(records.map(({ occurredOn, unit }) => `${occurredOn} ${unit}`)).toEqual(
      ['2026-03-01 办公室', '2026-02-01 办公室', '2026-01-05 云江市交通运输局', '2025-12-30 安全科'],
    )
  })

  it.each([
    [{ from: '2026-01-01', to: '2026-02-28' }, 2],
    [{ facets: { topic: ['network-security', 'work-safety'] } }, 2],
    [{ facets: { topic: [''] } }, 2],
    [{ facets: { topic: ['', 'network-security'], category: ['special-meeting'] } }, 3],
    [{ state: 'voided' }, 0],
    [{ state: 'all' }, 4],
  ])('narrows by %j', async (filter, total) => expect((await list(filter)).total).toBe(total))

  it('narrows by a unit with what stands below it, or without', async () => {
    expect((await list({ unit: bureau })).total).toBe(4)
    expect((await list({ unit: bureau, unitOnly: true })).total).toBe(1)
  })

  it('shows only the units one may read', async () => {
    expect((await list({}, clerk)).total).toBe(2)
    expect((await list({ unit: other }, clerk)).total).toBe(0)
    expect((await clerk.call(describeKind, { params: { kind: 'meeting' } })).units.map(({ name }) => name)).toEqual(['办公室'])
  })

  it.each([['attendees', '第一季度预算会议'], ['-attendees', '安全生产部署会'], ['title', '会议预备算账WORK-77'], ['-recordedAt', '会议预备算账WORK-77']])(
    'puts in the order of %s, the empty last', async (sort, first) => expect((await titles({}, office, sort))[0]).toBe(first),
  )

  it('has pages', async () => {
    const page = await office.call(listRecords, { params: { kind: 'meeting' }, query: { offset: 2, limit: 2 } })
    expect([page.total, page.records.length, page.records[0]?.occurredOn]).toEqual([4, 2, '2026-01-05'])
  })

  it('refuses what is no facet, no order, no filter and no kind', async () => {
    await expect(list({ facets: { title: ['x'] } })).rejects.toMatchObject({ code: 'no-facet' })
    await expect(list({ facets: { nothing: ['x'] } })).rejects.toMatchObject({ code: 'no-facet' })
    await expect(list({}, office, 'topic')).rejects.toMatchObject({ code: 'no-order' })
    await expect(list({ recordedBy: 'x' })).rejects.toMatchObject({ code: 'request-invalid' })
    await expect(office.call(listRecords, { params: { kind: 'meeting' }, query: { filter: '{' } })).rejects.toMatchObject({ code: 'request-invalid' })
    await expect(office.call(listRecords, { params: { kind: 'nothing' } })).rejects.toMatchObject({ code: 'no-kind' })
  })
})

describe('searching', () => {
  it.each([
    ['预算', ['第一季度预算会议']],
    ['会议', ['第一季度预算会议', '网络安全专题会', '会议预备算账WORK-77']],
    ['算', ['第一季度预算会议', '会议预备算账WORK-77']],
    ['work', ['会议预备算账WORK-77']],
    ['77', ['会议预备算账WORK-77']],
    ['三楼', ['网络安全专题会']],
    ['安全 部署', ['安全生产部署会']],
    ['《》', []],
    ["'); drop table x --", []],
  ])('finds %s in titles and texts', async (search, found) => {
    const shown = await titles({ search })
    for (const title of found) expect(shown).toContain(title)
    if (found.length === 0) expect(shown).toEqual([])
  })

  it('finds the name of a value that a record holds', async () => {
    expect(await titles({ search: '网络安全' })).toEqual(['网络安全专题会'])
  })

  it('takes words of several characters together, as typed', async () => {
    expect(await titles({ search: '备算会' })).toEqual([])
  })

  it('follows corrections at once', async () => {
    const recordId = ids.get('安全生产部署会') ?? ''
    await office.call(correctRecord, { params: { recordId }, body: { expectedVersion: 1, fields: { title: '防汛部署会' } } })
    expect(await titles({ search: '防汛' })).toEqual(['防汛部署会'])
    expect(await titles({ search: '安全生产部署' })).toEqual([])
  })

  it('finds records of all kinds, within one’s units', async () => {
    const find = (by: Client) => by.call(searchRecords, { query: { text: '部署' } })
    expect((await find(office)).records).toMatchObject([{ title: '防汛部署会', kindTitle: '会议', unit: '安全科' }])
    expect((await find(clerk)).records).toEqual([])
  })
})

describe('the overview', () => {
  it('counts this year and names the last day of each kind', async () => {
    const { year, kinds } = await office.call(listKinds, {})
    expect(year).toBe(2026)
    expect(kinds.find(({ kind }) => kind === 'meeting')).toMatchObject({ title: '会议', thisYear: 3, lastOccurredOn: '2026-03-01' })
    expect(kinds.find(({ kind }) => kind === 'training')).toMatchObject({ thisYear: 0, lastOccurredOn: null })
  })
})

describe('exporting', () => {
  it('writes what the list finds, in its order, with the titles of values', async () => {
    const body = { filter: { facets: { topic: ['network-security'] } }, columns: ['date', 'title', 'topic', 'attendees'], format: 'xlsx' as const }
    const { sheets } = await readXlsx(await office.call(exportRecords, { params: { kind: 'meeting' }, body }))
    expect(sheets[0]?.name).toBe('会议')
    expect(sheets[0]?.rows).toEqual([['单位', '召开日期', '会议名称', '主题', '参加人数'], ['办公室', '2026-03-01', '网络安全专题会', '网络安全', 23]])
  })

  it('writes CSV in which nothing is a formula', async () => {
    const body = { filter: { search: '预算' }, columns: ['title', 'minutes'], format: 'csv' as const }
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await office.call(exportRecords, { params: { kind: 'meeting' }, body }))
    expect(text).toBe('\ufeff单位,会议名称,纪要或记录\r\n办公室,第一季度预算会议,"\'=SUM(1)，纪要，""草稿"""\r\n')
  })

  it('does the same in the background, for whoever ordered it', async () => {
    const job = await clerk.call(exportManyRecords, { params: { kind: 'meeting' }, body: { format: 'csv' } })
    const ended = await endOf(clerk, job)
    expect(ended).toMatchObject({ state: 'done', result: { records: 2 } })
    const bytes = await clerk.call(downloadExport, { params: { jobId: job.jobId } })
    expect(new TextDecoder().decode(bytes).split('\r\n')).toHaveLength(4)
    await expect(inspector.call(downloadExport, { params: { jobId: job.jobId } })).rejects.toMatchObject({ code: 'no-job' })
  })
})

async function endOf(client: Client, { jobId }: Job): Promise<Job> {
  for (;;) {
    const job = await client.call(readJob, { params: { jobId } })
    if (job.state !== 'running') return job
  }
}

describe('changing many at once', () => {
  const params = { kind: 'meeting' }
  const changes = { form: 'video' }

  it('says what would change, from what, for how many, and what it may not change', async () => {
    const preview = await clerk.call(previewBulk, { params, body: { changes } })
    expect(preview).toMatchObject({ matched: 2, changed: 2, same: 0, refused: [], differences: [{ field: 'form', before: null, after: 'video', records: 2 }] })
    const wrong = await office.call(previewBulk, { params, body: { changes: { category: null } } })
    expect(wrong).toMatchObject({ matched: 4, changed: 0 })
    expect(wrong.refused).toHaveLength(4)
  })

  it('changes all of them as previewed, an event and a version for each', async () => {
    const { position, changed } = await clerk.call(previewBulk, { params, body: { changes } })
    expect(await clerk.call(changeInBulk, { params, body: { changes, position, changed } })).toEqual({ changed: 2 })
    const { records } = await list({ facets: { form: ['video'] } })
    expect(records.map(({ version }) => version)).toEqual([2, 2])
    expect(await clerk.call(previewBulk, { params, body: { changes } })).toMatchObject({ changed: 0, same: 2 })
  })

  it('changes nothing where one was changed since, and names it', async () => {
    const recordIds = [ids.get('网络安全专题会') ?? '', ids.get('第一季度预算会议') ?? '']
    const body = { recordIds, changes: { form: null } }
    const { position, changed } = await clerk.call(previewBulk, { params, body })
    await office.call(correctRecord, { params: { recordId: recordIds[0] ?? '' }, body: { expectedVersion: 2, fields: { attendees: 24 } } })
    const failure = await clerk.call(changeInBulk, { params, body: { ...body, position, changed } }).catch((error) => error)
    expect(failure).toMatchObject({ code: 'bulk-changed', details: { records: [{ title: '网络安全专题会', version: 3 }] } })
    expect((await list({ facets: { form: ['video'] } })).total).toBe(2)
  })

  it('refuses other fields than facets, and whoever may not enter', async () => {
    await expect(office.call(previewBulk, { params, body: { changes: { title: 'x' } } })).rejects.toMatchObject({ code: 'no-facet' })
    await expect(office.call(previewBulk, { params, body: { changes: {} } })).rejects.toMatchObject({ code: 'no-changes' })
    await expect(inspector.call(previewBulk, { params, body: { changes } })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('leaves voided records alone', async () => {
    const recordId = ids.get('会议预备算账WORK-77') ?? ''
    await office.call(voidRecord, { params: { recordId }, body: { expectedVersion: 1, reason: '重复登记' } })
    expect(await office.call(previewBulk, { params, body: { changes, filter: { state: 'all' } } })).toMatchObject({ matched: 3 })
    expect((await list({ state: 'voided' })).total).toBe(1)
  })
})

describe('views', () => {
  const params = { kind: 'meeting' }
  const viewsOf = async (client: Client) => (await client.call(listViews, { params })).views

  it('are one’s own until they are shared with a unit', async () => {
    const view = await clerk.call(saveView, { params, body: { name: '本季度', address: 'from=2026-01-01' } })
    expect(await viewsOf(clerk)).toEqual([view])
    expect(await viewsOf(inspector)).toEqual([])
    await clerk.call(saveView, { params, body: { viewId: view.viewId, name: '第一季度', address: 'from=2026-01-01', sharedWith: section } })
    expect(await viewsOf(inspector)).toMatchObject([{ name: '第一季度', own: false, sharedWith: { name: '办公室' } }])
  })

  it('are shared only with a unit one enters for, and removed only by their owner', async () => {
    const body = { name: '越权', address: '', sharedWith: other }
    await expect(clerk.call(saveView, { params, body })).rejects.toMatchObject({ code: 'no-unit' })
    const [view] = await viewsOf(clerk)
    const viewId = view?.viewId ?? ''
    await expect(inspector.call(removeView, { params: { viewId } })).rejects.toMatchObject({ code: 'no-view' })
    await clerk.call(removeView, { params: { viewId } })
    expect(await viewsOf(clerk)).toEqual([])
  })
})
