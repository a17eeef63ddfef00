import { describe, expect, it } from 'vitest'
import { looseForms } from './loose-words.ts'

describe('loosening the words of an indicator', () => {
  it.each([
    ['铺设管网', ['铺设…管网', '管网…铺设']],
    ['危房改造', ['改造…危房', '危房…改造']],
    ['客运量', []],
    ['旅客发送量', []],
    ['改造', []],
  ])('parts the verb of %s from its object, either first', (words, forms) => {
    expect(looseForms(words)).toEqual(forms)
  })
})
