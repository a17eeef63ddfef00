import { describe, expect, it } from 'vitest'
import type { Slot } from '../../../engine/claims/slot.ts'
import { planFilling, type Answer } from './plan.ts'

function slotAt(line: number, paragraph: string, text: string, rest: Partial<Slot> = {}): Slot {
  return {
    line, column: paragraph.indexOf(text), length: text.length, text, kind: 'figure', form: 'count', measure: '次', phrase: '',
    metric: 'm', facets: {}, proposal: null, certainty: 1, filled: false, period: null, value: null, ...rest,
  }
}

const figure = (value: number): Answer => ({ answer: 'figure', value, measure: '次', digits: 0 })
const none: Answer = { answer: 'none', reason: '没有对应指标' }

function plan(text: string, slots: Slot[], answers: Answer[]) {
  return planFilling({ paragraphs: [{ line: 1, text }], slots, answers, ownYear: 2025, targetYear: 2026, round: false })
}

describe('planning the filling of a report', () => {
  it('fills what is known and lists what stays open', () => {
    const text = '召开专题会议x次，走访xx次。'
    const planned = plan(text, [slotAt(1, text, 'x'), slotAt(1, text, 'xx')], [figure(4), none])
    expect(planned.figures).toEqual([{ slot: 0, text: '4', sentence: '召开专题会议4次，走访xx次。' }])
    expect(planned.open).toMatchObject([{ text: 'xx', reason: '没有对应指标' }])
    expect(planned.edits.map((edit) => [edit.tag, edit.text, edit.mark])).toEqual([['slot-1', '4', null], ['slot-2', 'xx', 'open']])
    expect(planned.carriedOver).toEqual([])
  })

  it('marks a sentence that still names last year’s figure', () => {
    const text = '发布新闻报道38篇。制度更加完善。'
    const planned = plan(text, [slotAt(1, text, '38', { filled: true, metric: null })], [none])
    expect(planned.carriedOver).toMatchObject([{ sentence: '发布新闻报道38篇。', reason: '仍是上期内容：38' }])
    expect(planned.open).toHaveLength(1)
  })

  it('marks a sentence of last year’s dated facts even where it holds no slot', () => {
    const planned = plan('3月5日，市领导到局调研。', [], [])
    expect(planned.carriedOver).toMatchObject([{ reason: '写有具体日期' }])
  })

  it('names as many titles as stood there, then 等', () => {
    const text = '印发《甲制度》《乙机制》，落实到位。'
    const list = slotAt(1, text, '《甲制度》《乙机制》', { kind: 'list', form: null, measure: null, filled: true })
    const answer: Answer = { answer: 'titles', titles: ['关于印发《丙办法》的通知', '丁方案', '戊计划', '己预案'], total: 4 }
    expect(plan(text, [list], [answer]).edits).toMatchObject([{ text: '《丙办法》《丁方案》《戊计划》等' }])
  })

  it('gives a shared direction word to one change only', () => {
    const text = '同比上升x%。'
    const change = slotAt(1, text, 'x', { form: 'change', measure: '%' })
    const edits = plan(text, [change], [{ answer: 'figure', value: -2, measure: '%', digits: 0 }]).edits
    expect(edits.map((edit) => [edit.tag, edit.text])).toEqual([['slot-1-direction', '下降'], ['slot-1', '2']])
  })

  it('asks about a day of last year beside a figure that was filled, but not about the signature’s date', () => {
    const text = '3月5日，召开专题会议x次。1月1日至12月31日，走访xx次。'
    const planned = plan(text, [slotAt(1, text, 'x'), slotAt(1, text, 'xx')], [figure(4), figure(9)])
    expect(planned.carriedOver).toMatchObject([{ sentence: '3月5日，召开专题会议x次。', reason: '写有具体日期' }])
    const signature = '2025年12月20日'
    expect(plan(signature, [slotAt(1, signature, signature, { kind: 'date', filled: true })], [none]).carriedOver).toEqual([])
  })

  it('asks about the words before a change that turned', () => {
    const text = '信访量有所下降，同比下降x%。'
    const change = slotAt(1, text, 'x', { form: 'change', measure: '%' })
    const planned = plan(text, [change], [{ answer: 'figure', value: 3, measure: '%', digits: 0 }])
    expect(planned.figures).toMatchObject([{ text: '上升3', sentence: '信访量有所下降，同比上升3%。' }])
    expect(planned.carriedOver).toMatchObject([{ reason: '前文仍写“下降”，而这里已是“上升”' }])
  })

  it('lists a standing list without a metric as carried over, and an empty one as open', () => {
    const text = '印发《甲制度》。印发《xxx》。'
    const list = { kind: 'list' as const, form: null, measure: null, metric: null }
    const planned = plan(text, [slotAt(1, text, '《甲制度》', { ...list, filled: true }), slotAt(1, text, '《xxx》', list)], [none, none])
    expect(planned.carriedOver).toMatchObject([{ reason: '仍是上期内容：《甲制度》' }])
    expect(planned.open).toMatchObject([{ text: '《xxx》' }])
  })

  it('keeps edits apart though one between them was dropped', () => {
    const text = '同比上升x%、y%。'
    const change = slotAt(1, text, 'x', { form: 'change', measure: '%' })
    const twice = [{ answer: 'figure' as const, value: 2, measure: '%', digits: 0 }, { answer: 'figure' as const, value: 3, measure: '%', digits: 0 }]
    const { edits } = plan(text, [change, change], twice)
    expect(edits.map(({ tag }) => tag)).toEqual(['slot-1-direction', 'slot-1'])
  })
})
