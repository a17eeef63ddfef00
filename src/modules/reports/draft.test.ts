import { beforeAll, describe, expect, it } from 'vitest'
import { administratorOf, buildTestAppOn, signedIn } from '../../../test/helpers/app.ts'
import { asOwner, testDatabase, type TestDatabase } from '../../../test/helpers/database.ts'
import { readReport as readDocument } from '../../engine/docx/read-report.ts'
import { createClient, type Client, type Transport } from '../../platform/contract/client.ts'
import { uploadFile } from '../../platform/contract/upload.ts'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { verifyLog } from '../../platform/events/contract.ts'
import { foundUnit } from '../org/actions.ts'
import { shippedCatalogue } from '../packs/shipped.ts'
import { correctRecord, enterRecord, voidRecord } from '../records/actions.ts'
import {
  acceptProposal, checkReport, discardReport, downloadDraft, downloadReport, draftReport, evaluateBinding, findMetrics, issueReport, keepCheck,
  listChecks, listForms, listReports, lookAtReport, readCheck, readDraft, readReport, readReportChanges, readReportText, readSlotRecords, readSteps,
  rebindSlots, returnReport, reviewReport, submitReport,
} from './contract.ts'

const text = `云江市交通运输局2025年工作报告
2025年召开专题会议9次，开展谈心谈话7次。
配备网络信息员6名。荣获市级文明单位。
3月12日，市委宣传部到局调研。
制作短视频x条。`

let database: TestDatabase
let clerk: Client
let head: Client
let stranger: Client
let clerkTransport: Transport
let unitId: string
const meetings: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  database.clock.set(new Date('2026-11-25T02:00:00Z'))
  const app = await buildTestAppOn(database)
  const catalogue = await shippedCatalogue()
  const context = { tenantId: database.tenantId, actor: '经办人' }
  const found = await database.write(context, (tx) => foundUnit(tx, { name: '云江市交通运输局', type: 'body', on: '2020-01-01' }))
  unitId = found.unitId
  const { unitId: elsewhere } = await database.write(context, (tx) => foundUnit(tx, { name: '云江市水务局', type: 'body', on: '2020-01-01' }))
  for (const month of ['03', '06', '09']) {
    const { recordId } = await database.write(context, (tx) =>
      enterRecord(tx, catalogue, { kind: 'meeting', unitId, fields: { date: `2026-${month}-05`, title: `${month}月专题会议`, category: 'special-meeting' } }),
    )
    meetings.push(recordId)
  }
  clerkTransport = await signedIn(app, { role: 'clerk', unitId })
  clerk = createClient(clerkTransport)
  head = createClient(await signedIn(app, { role: 'head', unitId }))
  stranger = createClient(await signedIn(app, { role: 'head', unitId: elsewhere }))
  administrator = createClient(administratorOf(app))
})
let administrator: Client

async function draftAnew(words = text) {
  const report = await uploadFile(clerkTransport, '2025年工作报告.txt', new TextEncoder().encode(words))
  const drafted = await clerk.call(draftReport, { body: { report, period: '2026', unitId } })
  const params = { reportId: drafted.reportId }
  return { params, drafted, draft: await clerk.call(readDraft, { params }) }
}

async function refusalOf(call: Promise<unknown>) {
  return call.then(() => { throw new Error('Not refused') }, (error: unknown) => error as Conflict)
}

describe('drafting a report', () => {
  it('says what a dropped report is and whom the next one is for', async () => {
    const report = await uploadFile(clerkTransport, '去年.txt', new TextEncoder().encode(text))
    const seen = await clerk.call(lookAtReport, { body: { report } })
    expect(seen).toMatchObject({ title: '云江市交通运输局2025年工作报告', ownYear: 2025, period: '2026', unit: { unitId, name: '云江市交通运输局' }, missing: 1 })
  })

  it('moves the title, binds what it recognises and computes it live, a year earlier beside it', async () => {
    const { draft } = await draftAnew()
    expect(draft).toMatchObject({ title: '云江市交通运输局2026年工作报告', state: 'draft', version: 1, periodLabel: '2026年' })
    const meeting = draft.slots.find(({ text: words }) => words === '9')
    expect(meeting).toMatchObject({ state: 'bound', shown: '3', settled: null, figure: { value: 3, records: 3, before: { value: null, periodLabel: '2025年' } } })
    expect(draft.slots.find(({ text: words }) => words === '7')).toMatchObject({ state: 'open', reason: expect.stringContaining('台账') as string })
    expect(draft.edits).toContainEqual(expect.objectContaining({ line: 1, text: '2026年' }))
    expect(draft.sentences.map(({ text: words }) => words)).toContain('荣获市级文明单位。')
  })

  it('follows the records while it is a draft', async () => {
    const { params, draft } = await draftAnew()
    const slot = draft.slots.find(({ text: words }) => words === '9')?.slot ?? 0
    const behind = await clerk.call(readSlotRecords, { params: { ...params, slot } })
    expect(behind.records.map(({ recordId }) => recordId)).toEqual(meetings)
  })

  it('is seen and changed by those of its unit only', async () => {
    const { params, draft } = await draftAnew()
    expect(await refusalOf(stranger.call(readDraft, { params }))).toMatchObject({ code: 'no-report' })
    expect((await stranger.call(listReports, {})).total).toBe(0)
    const refused = await refusalOf(stranger.call(rebindSlots, { params, body: { seen: draft.version, slots: [{ slot: 1, binding: { by: 'open' } }] } }))
    expect(refused).toMatchObject({ code: 'no-report' })
  })

  it('fills what people write, keeps what they confirm and drops what they delete', async () => {
    const { params, draft } = await draftAnew()
    const of = (words: string) => draft.slots.find((slot) => slot.text === words)?.slot ?? 0
    const sentence = draft.sentences.find((one) => one.text.startsWith('3月12日'))
    await clerk.call(rebindSlots, {
      params,
      body: {
        seen: 1,
        slots: [
          { slot: of('x'), binding: { by: 'hand', text: '12', reason: '新媒体后台导出' } },
          { slot: of('6'), binding: { by: 'kept' } },
        ],
        sentences: [
          { line: sentence?.line ?? 0, column: sentence?.column ?? 0, decision: 'deleted' },
          { line: 3, column: text.split('\n')[2]?.indexOf('荣获') ?? 0, decision: 'confirmed' },
        ],
      },
    })
    const again = await clerk.call(readDraft, { params })
    expect(again.slots.find(({ slot }) => slot === of('x'))).toMatchObject({ state: 'by-hand', shown: '12', settled: { version: 2 } })
    expect(again.slots.find(({ slot }) => slot === of('6'))).toMatchObject({ state: 'carried-over', binding: { by: 'kept' } })
    expect(again.sentences.filter(({ decision }) => decision === 'ask').map(({ text: words }) => words)).toEqual(['2025年召开专题会议9次，开展谈心谈话7次。'])
    const written = readDocument('草稿.docx', await clerk.call(downloadDraft, { params, query: { annex: 'false' as never } }))
    const words = written.paragraphs.map((paragraph) => paragraph.text).join('\n')
    expect(words).toContain('制作短视频12条。')
    expect(words).not.toContain('市委宣传部')
  })

  it('tells a live value of a binding that is being chosen, and what does not fit', async () => {
    const { params, draft } = await draftAnew()
    const slot = draft.slots.find(({ text: words }) => words === '7')?.slot ?? 0
    const chosen = await clerk.call(evaluateBinding, { params, body: { slot, binding: { by: 'metric', metric: 'meetings', facets: { category: 'special-meeting' } } } })
    expect(chosen).toMatchObject({ shown: '3', figure: { value: 3, narrowing: [{ value: '专题会议' }] }, warning: null })
    const unfit = await clerk.call(evaluateBinding, { params, body: { slot, binding: { by: 'metric', metric: 'meetings', facets: {}, period: '2026Q1' } } })
    expect(unfit.figure).toMatchObject({ value: 1, periodLabel: '2026年第一季度' })
    expect(await refusalOf(clerk.call(rebindSlots, { params, body: { seen: 1, slots: [{ slot, binding: { by: 'metric', metric: 'no-such', facets: {} } }] } }))).toBeInstanceOf(Invalid)
  })

  it('finds metrics by the words of reports, with the facets to choose', async () => {
    const { metrics } = await clerk.call(findMetrics, { query: { search: '专题会议' } })
    expect(metrics[0]).toMatchObject({ metric: 'meetings' })
    expect(metrics[0]?.facets.map(({ facet }) => facet)).toContain('category')
  })

  it('lets two people work on different slots, and tells the one who comes second to the same', async () => {
    const { params } = await draftAnew()
    const set = (who: Client, slot: number, words: string) => who.call(rebindSlots, { params, body: { seen: 1, slots: [{ slot, binding: { by: 'hand', text: words, reason: '手工' } }] } })
    await Promise.all([set(clerk, 2, '甲'), set(head, 3, '乙')])
    const refused = await refusalOf(set(head, 2, '丙'))
    expect(refused).toBeInstanceOf(Conflict)
    expect(refused).toMatchObject({ code: 'place-changed', details: { changed: [{ place: 'slot:2', content: { binding: { text: '甲' } } }] } })
    expect((await clerk.call(readDraft, { params })).version).toBe(3)
  })

  it('takes a proposal into the body’s own pack and binds the slot to it', async () => {
    const { params, draft } = await draftAnew('云江市交通运输局2025年工作报告\n配备网络信息员x名。')
    const slot = draft.slots.find(({ text: words }) => words === 'x')
    expect(slot).toMatchObject({ state: 'proposed', recognised: { proposal: { measure: '名' } } })
    const order = { seen: 1, slots: [slot?.slot ?? 0], kind: '网络信息员', metric: '网络信息员配备数', measure: '名', phrases: ['配备网络信息员'] }
    expect(await refusalOf(clerk.call(acceptProposal, { params, body: order }))).toMatchObject({ code: 'not-allowed' })
    const accepted = await administrator.call(acceptProposal, { params, body: order })
    expect(accepted).toMatchObject({ kindIsNew: true, version: 2 })
    const again = await clerk.call(readDraft, { params })
    expect(again.slots.find((one) => one.slot === slot?.slot)).toMatchObject({ binding: { by: 'metric', metric: accepted.metric }, figure: { metricTitle: '网络信息员配备数' } })
    expect((await clerk.call(findMetrics, { query: { search: '网络信息员配备数' } })).metrics[0]?.kindTitle).toBe('网络信息员')
    expect(await refusalOf(administrator.call(acceptProposal, { params, body: { ...order, seen: 2 } }))).toMatchObject({ code: 'metric-exists' })
  })

  it('begins from a form of a pack too', async () => {
    const { forms } = await clerk.call(listForms, {})
    const [form] = forms
    const drafted = await clerk.call(draftReport, { body: { report: { form: form?.form ?? '' }, period: '2026', unitId } })
    const draft = await clerk.call(readDraft, { params: { reportId: drafted.reportId } })
    expect(draft.slots.filter(({ kind }) => kind === 'figure').length).toBe(form?.figures)
  })
})

describe('reviewing and issuing a report', () => {
  it('goes from draft to issued by two people, and freezes what it says', async () => {
    const { params } = await draftAnew()
    const submitted = await clerk.call(submitReport, { params, body: { version: 1 } })
    expect(submitted).toMatchObject({ state: 'submitted', version: 2 })
    const late = await refusalOf(clerk.call(rebindSlots, { params, body: { seen: 2, slots: [{ slot: 2, binding: { by: 'open' } }] } }))
    expect(late).toMatchObject({ code: 'report-submitted' })
    const back = await head.call(returnReport, { params, body: { version: 2, reason: '第二段请核对' } })
    const again = await clerk.call(submitReport, { params, body: { version: back.version } })
    expect(await refusalOf(head.call(issueReport, { params, body: { version: again.version } }))).toMatchObject({ code: 'not-reviewed' })
    const reviewed = await head.call(reviewReport, { params, body: { version: again.version } })
    const issued = await head.call(issueReport, { params, body: { version: reviewed.version } })
    const { steps, may, preparedBy } = await head.call(readSteps, { params })
    expect(steps.map(({ step }) => step)).toEqual(['drafted', 'submitted', 'returned', 'submitted', 'reviewed', 'issued'])
    expect([issued.state, may.edit.allowed, may.issue.allowed, preparedBy.length]).toEqual(['issued', false, false, 1])
    const report = await clerk.call(readReport, { params })
    expect(report).toMatchObject({ withoutReview: null, otherFile: { annex: false }, figures: [{ slot: 3, value: 3, unitId }] })
    const [withAnnex, without] = [await clerk.call(downloadReport, { params }), await clerk.call(downloadReport, { params, query: { annex: 'false' as never } })]
    expect(withAnnex.length).toBeGreaterThan(without.length)
    const shown = await clerk.call(readReportText, { params })
    const place = shown.paragraphs.flatMap(({ text: words, places }) => places.filter(({ number }) => number === 1).map(({ column, length }) => words.slice(column, column + length)))
    expect(place).toEqual(['3'])
  })

  it('lets nobody review what they prepared themselves', async () => {
    const { params } = await draftAnew()
    await head.call(rebindSlots, { params, body: { seen: 1, slots: [{ slot: 2, binding: { by: 'hand', text: '4', reason: '手工' } }] } })
    await clerk.call(submitReport, { params, body: { version: 2 } })
    expect(await refusalOf(head.call(reviewReport, { params, body: { version: 3 } }))).toMatchObject({ code: 'preparer-reviews' })
    expect((await head.call(readSteps, { params })).may.review.why).toContain('不能审核')
    expect(await refusalOf(clerk.call(reviewReport, { params, body: { version: 3 } }))).toMatchObject({ code: 'not-allowed' })
  })

  it('issues without a review only with a reason, which stays', async () => {
    const { params } = await draftAnew()
    await head.call(issueReport, { params, body: { version: 1, withoutReview: '单位只有一人' } })
    expect(await clerk.call(readReport, { params })).toMatchObject({ withoutReview: '单位只有一人', reviewedBy: null })
    expect(await refusalOf(head.call(issueReport, { params, body: { version: 2, withoutReview: '再来' } }))).toMatchObject({ code: 'bad-step' })
  })

  it('gives up a draft, which then only stands in the log', async () => {
    const { params } = await draftAnew()
    await clerk.call(discardReport, { params, body: { version: 1, reason: '传错了文件' } })
    const listed = (await clerk.call(listReports, { query: { limit: 200 } })).reports.map(({ reportId }) => reportId)
    expect(listed).not.toContain(params.reportId)
    expect(await refusalOf(clerk.call(submitReport, { params, body: { version: 1 } }))).toMatchObject({ code: 'report-moved', details: { step: 'discarded' } })
  })

  it('says what has changed since it was issued, and by which records', async () => {
    const { params } = await draftAnew()
    await head.call(issueReport, { params, body: { version: 1, withoutReview: '单位只有一人' } })
    expect((await clerk.call(readReportChanges, { params })).figures).toEqual([])
    const catalogue = await shippedCatalogue()
    const context = { tenantId: database.tenantId, actor: '经办人' }
    const [first = '', second = ''] = meetings
    await database.write(context, (tx) => enterRecord(tx, catalogue, { kind: 'meeting', unitId, fields: { date: '2026-10-08', title: '补记的会议', category: 'special-meeting' } }))
    await database.write(context, (tx) => correctRecord(tx, catalogue, { recordId: first, expectedVersion: 1, fields: { category: 'analysis-meeting' } }))
    await database.write(context, (tx) => voidRecord(tx, { recordId: second, expectedVersion: 1, reason: '重复登记' }))
    const { figures } = await clerk.call(readReportChanges, { params })
    expect(figures).toMatchObject([{ number: 1, text: '3', atIssue: { value: 3 }, now: { value: 2 }, differs: true, changedRecords: 3 }])
    const told = figures[0]?.records.map(({ change, counts, fields }) => [change, counts, fields.map(({ after }) => after).join()])
    expect(told).toEqual([['late', 'now', ''], ['corrected', 'no-longer', '分析研判会'], ['voided', 'no-longer', '']])
    expect((await administrator.call(verifyLog, {})).sound).toBe(true)
  })
})

describe('keeping the check of a finished report', () => {
  it('keeps verdicts by place, to be opened again', async () => {
    const report = await uploadFile(clerkTransport, '2026年工作报告.txt', new TextEncoder().encode('2026年召开专题会议9次。'))
    const kept = await clerk.call(keepCheck, { body: { report, unitId } })
    expect(kept).toMatchObject({ period: '2026', counts: { contradicted: 1 } })
    const again = await clerk.call(readCheck, { params: { checkId: kept.checkId } })
    expect(again.claims).toEqual((await clerk.call(checkReport, { body: { report, unit: '云江市交通运输局' } })).claims)
    expect((await clerk.call(listChecks, {})).checks.map(({ checkId }) => checkId)).toContain(kept.checkId)
    expect(await refusalOf(stranger.call(readCheck, { params: { checkId: kept.checkId } }))).toMatchObject({ code: 'no-check' })
  })
})

describe('verifying what was made of reports and packs', () => {
  const found = async () => (await administrator.call(verifyLog, {})).broken
  it.each([
    ['who issued a report', `report_versions set changed_by = 'nobody' where step = 'issued'`, '的过程'],
    ['how far a report is', `report_versions set known_to = 9223372036854775807 where step = 'submitted'`, '的过程'],
    ['what fills a place', `report_bindings set content = '{"binding":{"by":"open"}}'`, '的过程'],
    ['a rule in force', `pack_versions set files = '{}' where pack = 'common'`, '启用的制度包'],
  ])('finds that %s was changed behind the program', async (_what, change, said) => {
    expect(await found()).toBeNull()
    const table = change.split(' ')[0] ?? ''
    await asOwner(database.ownerUrl, `create table kept as table ${table}; update ${change}`)
    const broken = await found()
    await asOwner(database.ownerUrl, `delete from ${table}; insert into ${table} table kept; drop table kept`)
    expect(broken?.reason).toContain(said)
  })
})
