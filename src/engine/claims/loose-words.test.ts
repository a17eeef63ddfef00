import { describe, expect, it } from 'vitest'
import { looseForms } from './loose-words.ts'

describe('loosening the words of an indicator', () => {
  it.each([
    ['铺设管网', ['铺设…管网']],
    ['危房改造', ['改造…危房']],
    ['客运量', []],
    ['旅客发送量', []],
    ['改造', []],
  ])('turns %s into verb, gap and object', (words, forms) => {
    expect(looseForms(words)).toEqual(forms)
  })
})
