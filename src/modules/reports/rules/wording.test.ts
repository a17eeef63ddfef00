import { describe, expect, it } from 'vitest'
import type { Slot } from '../../../engine/claims/slot.ts'
import { wordFigure } from './wording.ts'

function slotIn(paragraph: string, text: string, rest: Partial<Slot>): Slot {
  return {
    line: 1, column: paragraph.indexOf(text), length: text.length, text, kind: 'figure', form: 'count', measure: null, phrase: '',
    metric: 'm', facets: {}, proposal: null, certainty: 1, filled: true, period: null, value: null, ...rest,
  }
}

function worded(paragraph: string, text: string, rest: Partial<Slot>, value: number, options = { round: false, measure: '', digits: 0 }) {
  const slot = slotIn(paragraph, text, rest)
  const measure = options.measure || (slot.measure ?? '')
  const { edits } = wordFigure(slot, paragraph, { value, measure, digits: options.digits }, options)
  let result = paragraph
  for (const edit of [...edits].sort((a, b) => b.column - a.column)) {
    result = result.slice(0, edit.column) + edit.text + result.slice(edit.column + edit.length)
  }
  return result
}

describe('wording a figure as its sentence wants it', () => {
  it('puts the exact number in place of number and approximation word', () => {
    expect(worded('发布信息xxx余条', 'xxx余', { measure: '条' }, 357)).toBe('发布信息357条')
    expect(worded('发布信息近400条', '近400', { measure: '条' }, 357)).toBe('发布信息357条')
  })

  it('keeps an approximation where the person chose to round', () => {
    expect(worded('发布信息xxx余条', 'xxx余', { measure: '条' }, 357, { round: true, measure: '', digits: 0 })).toBe('发布信息350余条')
  })

  it('keeps Chinese numerals and 百分之', () => {
    expect(worded('召开会议三次', '三', { measure: '次' }, 2)).toBe('召开会议两次')
    expect(worded('占百分之八十', '百分之八十', { measure: '%', form: 'share' }, 85)).toBe('占百分之八十五')
  })

  it('converts between a measure and its 万-fold', () => {
    expect(worded('投入资金xx万元', 'xx', { measure: '万元' }, 1_234_500, { round: false, measure: '元', digits: 0 })).toBe('投入资金123.45万元')
    expect(worded('接待1.2万人次', '1.2万', { measure: '人次' }, 13_460)).toBe('接待1.35万人次')
  })

  it.each([
    [12.5, '同比上升12.5%，其中'],
    [-3, '同比下降3%，其中'],
    [0, '同比持平，其中'],
  ])('words a change of %d by its direction', (value, expected) => {
    expect(worded('同比上升x%，其中', 'x', { measure: '%', form: 'change' }, value, { round: false, measure: '', digits: 1 })).toBe(expected)
  })

  it.each([
    ['同比上升x%。', 0.04, '同比持平。'],
    ['同比上升了x%。', -3, '同比下降了3%。'],
    ['同比上升x %。', 0, '同比持平。'],
    ['同比上升/下降x%。', -3, '同比下降3%。'],
    ['同比增长（下降）x%。', 3, '同比增长3%。'],
    ['同比增幅为x%。', -3, '同比降幅为3%。'],
    ['同比增幅为x%。', 0, '同比增幅为0%。'],
    ['较上年有所下降，下降x%。', -3, '较上年有所下降，下降3%。'],
  ])('words the change in “%s” of %d', (paragraph, value, expected) => {
    expect(worded(paragraph, 'x', { measure: '%', form: 'change' }, value, { round: false, measure: '', digits: 1 })).toBe(expected)
  })

  it.each([
    ['较上年多x次', 'x', -3, '较上年少3次'],
    ['较上年多x次', 'x', 0, '较上年持平'],
  ])('words the difference in “%s”', (paragraph, text, value, expected) => {
    expect(worded(paragraph, text, { measure: '次', form: 'change' }, value)).toBe(expected)
  })

  it.each([
    ['占近百分之八十', '近百分之八十', '%', '占百分之八十五点三'],
    ['三分之二的问题', '三分之二', null, '85.3%的问题'],
    ['八成群众满意', '八成', '%', '85.3%群众满意'],
    ['约八成群众满意', '约八', '成', '8.5成群众满意'],
    ['一半以上', '一半以上', '%', '85.3%'],
  ])('words a share told as “%s”', (paragraph, text, measure, expected) => {
    const share = { measure, form: 'share' as const }
    expect(worded(paragraph, text, share, 85.3, { round: false, measure: '%', digits: 1 })).toBe(expected)
  })

  it.each([
    ['投入xx余万元', 'xx余万', '元', 1_234_500, '投入123.45万元'],
    ['投入**万元', '**万', '元', 1_234_500, '投入123.45万元'],
    ['接待xx万人次', 'xx万', '人次', 357, '接待357人次'],
    ['接待三百万人次', '三百万', '人次', 3_500_000, '接待三百五十万人次'],
    ['投入  万元', '  ', '万元', 357, '投入0.0357万元'],
  ])('keeps the 万 of “%s” where the number reaches it', (paragraph, text, measure, value, expected) => {
    expect(worded(paragraph, text, { measure }, value, { round: false, measure: measure.replace('万', ''), digits: 0 })).toBe(expected)
  })

  it.each([
    ['投入xx余万元', 'xx余万', { measure: '元' }, 1_234_500, '投入120余万元'],
    ['走访三百余次', '三百余', { measure: '次' }, 357, '走访三百五十余次'],
    ['满意率超过98%', '超过98', { measure: '%', form: 'rate' as const }, 98.46, '满意率约98%'],
  ])('rounds “%s” as it is written', (paragraph, text, rest, value, expected) => {
    expect(worded(paragraph, text, rest, value, { round: true, measure: '', digits: 1 })).toBe(expected)
  })

  it('says 二 of a rank, 两 of a count', () => {
    expect(worded('位列第三位', '三', { measure: '位', form: 'rank' }, 2)).toBe('位列第二位')
  })
})
