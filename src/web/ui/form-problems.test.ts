import { describe, expect, it } from 'vitest'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { problemsOf } from './form-problems.ts'

const refused = (fields: unknown) => new Invalid('request-invalid', '不符合要求', { fields })

describe('problemsOf', () => {
  it.each([
    ['/title', ['title']],
    ['/fields/topic', ['fields', 'topic']],
    ['fields.topic', ['fields', 'topic']],
    ['rows.3.date', ['rows', 3, 'date']],
    ['', []],
  ])('reads the field %s', (field, name) => {
    expect(problemsOf(refused([{ field, message: '请填写' }]))).toEqual([{ name, message: '请填写' }])
  })

  it('finds none where the error names no fields', () => {
    expect([new Invalid('x', 'y'), new Conflict('x', 'y', { fields: [{ field: 'a', message: 'b' }] }), refused('a'), 'text'].map(problemsOf)).toEqual([[], [], [], []])
  })

  it('says the error itself where a field says nothing', () => {
    expect(problemsOf(refused([{ field: 'title' }]))[0]?.message).toBe('不符合要求')
  })
})
