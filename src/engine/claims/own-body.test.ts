import { describe, expect, it } from 'vitest'
import { ownBodyOf } from './own-body.ts'

describe('naming the body of a report', () => {
  it('reads the first line only', () => {
    expect(ownBodyOf([{ text: '' }, { text: '铜湾市统计局关于前三季度工作情况的汇报' }, { text: '市政府办公室：' }])).toBe('铜湾市统计局')
  })

  it('finds none in a title that names none', () => {
    expect(ownBodyOf([{ text: '2025年信访形势统计分析' }])).toBe('')
  })
})
