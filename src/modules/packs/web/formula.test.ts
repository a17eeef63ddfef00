import { describe, expect, it } from 'vitest'
import { shippedCatalogue } from '../shipped.ts'
import { formulaOf } from './formula.ts'
import { en } from './messages/en.ts'
import { zh } from './messages/zh.ts'

const { kinds, metrics, vocabularies } = await shippedCatalogue()
const everything = { kinds: [...kinds.values()], metrics: [...metrics.values()], vocabularies: [...vocabularies.values()] }
const said = (id: string, words = zh.formula) => {
  const metric = metrics.get(id)
  return metric === undefined ? '' : formulaOf(metric, everything, words)
}

describe('saying how a metric is computed', () => {
  it.each([
    ['meetings', '数台账“会议”中全部记录的条数。'],
    ['meeting-attendees', '把台账“会议”中全部记录的“参加人数”加起来。'],
    ['trainings-change', '指标“培训次数”的本期数与上年同期数之差，除以上年同期数，化为百分数；上年同期没有数时不计算。'],
  ])('%s', (id, words) => {
    expect(said(id)).toBe(words)
  })

  it('says both parts of a rate and what is left out', () => {
    expect(said('case-satisfaction-rate')).toMatch(/“评价”?.*为“满意”或“基本满意”的记录的条数，除以台账“.*”中全部记录的条数，化为百分数。不计入/)
  })

  it('says every shipped metric in both languages', () => {
    for (const id of metrics.keys()) {
      expect(said(id).length).toBeGreaterThan(10)
      expect(said(id, en.formula)).not.toContain('undefined')
    }
  })
})
