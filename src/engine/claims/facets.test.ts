import { describe, expect, it } from 'vitest'
import { facetsFor } from './facets.ts'
import { indexOf } from './lexicon-index.ts'
import type { LexiconMetric } from './slot.ts'

const trainings: LexiconMetric = {
  id: 'trainings', title: '培训期数', kind: 'training', kindTitle: '培训', form: 'count', measures: ['期'], phrases: ['培训'],
  facets: { category: 'category', topic: 'topic' }, where: {}, spoken: [], narrowsPart: false,
}
const index = indexOf({
  metrics: [trainings],
  vocabularies: {
    category: [{ id: 'business', title: '业务培训', synonyms: [] }, { id: 'centre-group', title: '中心组', synonyms: [] }, { id: 'collective', title: '集体学习', synonyms: [] }],
    topic: [{ id: 'emergency', title: '应急', synonyms: [] }, { id: 'fire', title: '消防', synonyms: [] }, { id: 'letters', title: '书信', synonyms: [] }],
  },
})
const facetsOf = (pre: string, clause = '') => {
  const at = pre.indexOf('培训')
  const literal = at < 0 ? null : [{ start: at, end: at + 2 }]
  return facetsFor(index, { metric: trainings, score: 5, matched: '培训', literal }, { pre, post: '', clause, sentence: '', follows: false, body: '' })
}

describe('narrowing a metric by the words around', () => {
  it.each([
    ['组织业务培训', '', { category: 'business' }],
    ['消防业务培训', '', { category: 'business', topic: 'fire' }],
    // A topic stays with its own object.
    ['应急演练、业务培训', '', { category: 'business' }],
    ['、业务培训', '组织应急演练x次', { category: 'business' }],
    // The former of two values that touch says which of the latter.
    ['中心组集体学习', '', { category: 'centre-group' }],
    // A title narrows nothing.
    ['按《消防条例》培训', '', {}],
  ])('reads %s after %j', (pre, clause, expected) => {
    expect(facetsOf(pre, clause)).toEqual(expected)
  })
})
