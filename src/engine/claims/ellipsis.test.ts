import { describe, expect, it } from 'vitest'
import { completed } from './ellipsis.ts'
import type { Surroundings } from './surroundings.ts'

const around = (pre: string, post = ''): Surroundings => ({ pre, post, clause: '', sentence: '', follows: false, body: '' })

describe('completing what a figure leaves unsaid', () => {
  it.each([
    // 接待来访x批y人: one thing counted twice.
    ['', '', '接待来访', '接待来访'],
    ['（', '（', '刊发稿件', '刊发稿件'],
    // 出动车辆x辆、人员y人: the verb holds for both.
    ['、人员', '、人员', '出动车辆', '出动人员'],
    // A verb of its own, and a noun that is none: nothing is taken over.
    ['、排查隐患', '、排查隐患', '出动人员', '、排查隐患'],
    ['、满意率', '、满意率', '受理诉求', '、满意率'],
    ['，人员', '，人员', '出动车辆', '，人员'],
  ])('reads %j between as %j', (pre, between, before, expected) => {
    expect(completed(around(pre), { around: around(before), between }).pre).toBe(expected)
  })

  it('takes the noun behind the second of two figures that touch', () => {
    expect(completed(around('', '干部参加培训'), { around: around('选派'), between: '' })).toMatchObject({ pre: '选派', post: '干部参加培训' })
  })
})
