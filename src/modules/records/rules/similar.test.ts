import { describe, expect, it } from 'vitest'
import { areSimilar, likeness } from './similar.ts'

describe('areSimilar', () => {
  it.each([
    ['网络安全专题会议', '网络安全专题会议', true],
    ['网络安全专题会', '网络安全专题会议', true],
    ['学习《中华人民共和国网络安全法》', '学习 中华人民共和国网络安全法', true],
    ['召开网络安全专题会议', '网络安全工作专题会议', true],
    ['第一季度意识形态分析研判会', '第二季度意识形态分析研判会', true],
    ['网络安全专题会议', '防汛工作部署会', false],
    ['', '', false],
    ['会', '会', true],
    ['会', '网', false],
  ])('%s and %s: %s', (one, other, alike) => {
    expect(areSimilar(one, other)).toBe(alike)
  })
})

describe('likeness', () => {
  it('is the same from both sides and never above 1', () => {
    expect(likeness('甲乙丙丙', '丙丙甲')).toBe(likeness('丙丙甲', '甲乙丙丙'))
    expect(likeness('会会会会', '会会')).toBeLessThan(1)
  })
})
