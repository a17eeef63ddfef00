import { describe, expect, it } from 'vitest'
import { outcomeOf } from './results.ts'

const around = (pre: string, post = '') => ({ pre, post, clause: '', sentence: '', follows: false, body: '' })

describe('telling a bare outcome', () => {
  it.each([['，已整改', '整改'], ['，按期办结率', '按期办结率'], ['，群众满意率均为', '群众满意率']])('in %s', (pre, outcome) => {
    expect(outcomeOf(around(pre))).toBe(outcome)
  })

  it.each(['整改隐患', '办结信访事项', ''])('finds none in “%s”', (pre) => {
    expect(outcomeOf(around(pre))).toBeNull()
  })
})
