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
})
