import { describe, expect, it } from 'vitest'
import type { Figure } from './figure.ts'
import { compareFigures, everything, metricsOf, selectFigures } from './select-figures.ts'

const plain: Figure = {
  number: 1, slot: null, line: 3, text: '12', before: 'x', sentence: '召开专题会议12次。', metric: 'meetings', metricTitle: '会议次数',
  pack: 'common@1.0.0', facets: {}, narrowing: [], unit: '云江市交通运输局', unitId: null, period: '2026', value: 12, measure: '次',
  numerator: null, denominator: null, excluded: 0, records: 12, how: '2026年会议记录共12条',
}
const figures: Figure[] = [
  plain,
  { ...plain, number: 2, metric: 'case-rate', metricTitle: '办结率', value: 97.5, numerator: 39, denominator: 40, excluded: 2, sentence: '办结率97.5%。' },
  { ...plain, number: 3, value: null, records: 0, sentence: '召开网络安全会议x次。' },
]
const numbersOf = (found: Figure[]) => found.map(({ number }) => number)

describe('selectFigures', () => {
  it.each([
    ['nothing asked', {}, [1, 2, 3]],
    ['a word of the sentence', { words: '网络' }, [3]],
    ['all of several words', { words: '会议 12' }, [1, 2, 3]],
    ['a word of the metric', { words: '办结率' }, [2]],
    ['a metric', { metric: 'meetings' }, [1, 3]],
    ['no value', { state: 'no-value' as const }, [3]],
    ['no records', { state: 'no-records' as const }, [3]],
    ['exclusions', { state: 'excluded' as const }, [2]],
    ['rates and shares', { state: 'partial' as const }, [2]],
    ['word and metric together', { words: '网络', metric: 'case-rate' }, []],
  ])('answers %s', (_, asked, expected) => {
    expect(numbersOf(selectFigures(figures, { ...everything, ...asked }))).toEqual(expected)
  })
})

describe('compareFigures', () => {
  it('sorts by value with the missing ones first, by metric in pinyin, and by number', () => {
    const sorted = (order: 'number' | 'value' | 'metric') => numbersOf([...figures].sort((left, right) => compareFigures(order, left, right)))
    expect(sorted('value')).toEqual([3, 1, 2])
    expect(sorted('metric')).toEqual([2, 1, 3])
    expect(sorted('number')).toEqual([1, 2, 3])
  })
})

describe('metricsOf', () => {
  it('names each metric once with its count', () => {
    expect(metricsOf(figures)).toEqual([
      { metric: 'case-rate', title: '办结率', count: 1 },
      { metric: 'meetings', title: '会议次数', count: 2 },
    ])
  })
})
