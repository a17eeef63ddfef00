import { describe, expect, it } from 'vitest'
import { endOfMatch } from './matching.ts'

describe('matching words in a text', () => {
  it.each([
    ['受理诉求', '受理诉求', 4],
    ['受理各类诉求', '受理诉求', 6],
    ['落实“第一议题”学习', '第一议题学习', -1],
    ['第一议题”学习', '第一议题学习', 7],
    ['受理投诉', '受理诉求', -1],
    ['受理', '受理诉求', -1],
    ['铺设供水管网', '铺设…管网', 6],
    ['改造\u0001小区', '改造…小区', 5],
    ['改造管网，小区绿化', '改造…小区', -1],
  ])('finds the end in %s', (text, words, end) => {
    expect(endOfMatch(text, 0, words)).toBe(end)
  })
})
