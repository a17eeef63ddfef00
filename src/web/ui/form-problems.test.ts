import { describe, expect, it } from 'vitest'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { en } from '../messages/en.ts'
import { zh } from '../messages/zh.ts'
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
    expect(problemsOf(refused([{ field, message: '请填写' }]), zh)).toEqual([{ name, message: '请填写' }])
  })

  it('finds none where the error names no fields', () => {
    expect([new Invalid('x', 'y'), new Conflict('x', 'y', { fields: [{ field: 'a', message: 'b' }] }), refused('a'), 'text'].map((error) => problemsOf(error, zh))).toEqual([[], [], [], []])
  })

  it('says the error itself where a field says nothing', () => {
    expect(problemsOf(refused([{ field: 'title' }]), zh)[0]?.message).toBe('不符合要求')
  })

  it('says it in English by the code of the error, and in the contract’s own words', () => {
    const taken = new Invalid('login-taken', '已有这个登录名', { fields: [{ field: 'login', message: '已有这个登录名' }] })
    expect(problemsOf(taken, en)[0]?.message).toBe('There is already an account with this login name.')
    expect(problemsOf(refused([{ field: 'title', message: 'Too long' }]), en)[0]?.message).toBe('Too long')
  })
})
