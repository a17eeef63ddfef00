import { describe, expect, it } from 'vitest'
import { proposalFor } from './propose.ts'

const around = (pre: string, post = '') => ({ pre, post, clause: '', sentence: '', follows: false, body: '' })

describe('proposing what to keep', () => {
  it('names the measurement after verb, object and form', () => {
    expect(proposalFor(around('栽种', '树木'), 'count', '株', undefined)).toEqual({ kind: '树木', metric: '栽种树木数', measure: '株', phrase: '栽种树木' })
  })

  it('leaves directions out of the title', () => {
    expect(proposalFor(around('污水治理率达到'), 'rate', '%', undefined).metric).toBe('污水治理率')
  })

  it('expects ranks and scores from those who give them', () => {
    expect(proposalFor(around('在全市考核中排名第'), 'rank', null, undefined)).toMatchObject({ kind: 'received-statistic', measure: '位' })
  })
})
