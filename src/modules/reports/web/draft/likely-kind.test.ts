import { describe, expect, it } from 'vitest'
import { likelyKind } from './likely-kind.ts'

describe('naming the kind of a proposal', () => {
  it.each([
    [{ kind: 'meeting', metric: '配备网络信息员数' }, '会议', '网络信息员'],
    [{ kind: '候车亭', metric: '建成候车亭数' }, undefined, '候车亭'],
    [{ kind: 'received-statistic', metric: '全市排名' }, '外来数据', '外来数据'],
    [{ kind: 'other', metric: '数' }, undefined, '数'],
  ])('calls %o with %s %s', (proposal, title, expected) => {
    expect(likelyKind(proposal, title)).toBe(expected)
  })
})
